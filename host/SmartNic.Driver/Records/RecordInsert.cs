namespace SmartNic.Driver.Records;

/// <summary>What became of a record that was to be inserted.</summary>
internal enum RecordInsert
{
    /// <summary>It is on the board.</summary>
    Inserted,

    /// <summary>Its key has a record; nothing was changed.</summary>
    Exists,

    /// <summary>Every record is in use; nothing was changed.</summary>
    RecordsFull,

    /// <summary>Its two buckets are full, and so are all that could make room.</summary>
    IndexFull,

    /// <summary>
    /// Another key has its signature in one of its buckets, and the stash has no place for it.
    /// </summary>
    StashFull,
}

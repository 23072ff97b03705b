namespace SmartNic.Driver.Tables;

/// <summary>Buckets of slots whose entries have another bucket to go to.</summary>
internal interface ICuckooTable
{
    /// <summary>Number of buckets.</summary>
    int BucketCount { get; }

    /// <summary>A free slot of a bucket, or -1.</summary>
    int FreeSlot(int bucket);

    /// <summary>The bucket where the entry of a slot could be instead.</summary>
    int OtherBucket(int slot);

    /// <summary>
    /// Moves an entry; one that packets see now is copied on the board before it goes.
    /// </summary>
    void Move(int from, int to);
}

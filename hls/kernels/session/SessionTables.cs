using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>
/// The sessions of one direction. Records are live: they come and go without a transaction, and
/// packets of either generation find them.
/// </summary>
public struct SessionTables
{
    /// <summary>Where they are: 64 K slots.</summary>
    [Depth(8192)]
    public RecordIndex<SessionKey> Index;

    /// <summary>The records.</summary>
    [Depth(65536)]
    public Table<Record<SessionKey, Nothing>> Record;

    /// <summary>What was seen of each.</summary>
    [Depth(65536)]
    public Rmw<OwnedStep<SessionStep, SessionSeen, uint, bool>, Owned<SessionSeen>,
        OwnedArg<uint>, bool> Seen;
}

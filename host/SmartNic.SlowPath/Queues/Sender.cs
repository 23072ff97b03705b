using SmartNic.Driver;
using SmartNic.Features;

namespace SmartNic.SlowPath.Queues;

/// <summary>Who sends: a tenant, or the wire. Its counts, and its limit of copies.</summary>
internal sealed class Sender(SlowPathTenant? tenant)
{
    private CopyBucket _copies;

    /// <summary>The tenant as it is in force; null for the wire.</summary>
    public SlowPathTenant? Tenant { get; set; } = tenant;

    public SlowPathCounts Counts { get; } = new();

    /// <summary>Answers to the tenant; null until there was one.</summary>
    public Lane? Answers { get; set; }

    /// <summary>Frames that are replicated or sent on; null until there was one.</summary>
    public Lane? Copies { get; set; }

    /// <summary>Remotes that the oldest frame of <see cref="Copies"/> was sent to.</summary>
    public int CopiesDone { get; set; }

    /// <summary>Whether so many frames of these bytes together can wait in <see cref="Copies"/>.
    /// </summary>
    public bool HasRoomForCopies(int frames, int bytes) => Copies is null || Copies.Queue.HasRoom(
        bytes + (frames * SlowHeader.LengthBytes) + ((frames - 1) * FrameQueue.EntryBytes));

    /// <summary>Takes the copies of one frame from the tenant's limit.</summary>
    public bool TryTakeCopies(int copies, ulong nowNs) =>
        _copies.TryTake(copies, Tenant!.CopiesPerSecond, nowNs);
}

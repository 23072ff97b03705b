using SmartNic.Driver;
using SmartNic.Features;

namespace SmartNic.SlowPath.Queues;

/// <summary>
/// What waits for the board: answers and copies, by owner, within bounds. Counts what is made, what
/// is taken, and what a change of the world drops. Not for several threads at once.
/// </summary>
/// <remarks>
/// Bounds: 8 KiB of answers (64 short ones, 6 of the longest) and 16 KiB of copied frames (at least
/// one of the longest) a tenant, 64 KiB a lane of the wire: 97 MiB with 4095 tenants that all
/// flood. A frame that is replicated waits once, whatever the number of its remotes.
/// </remarks>
internal sealed class Outbox
{
    private const int WireLanes = 2 * 256;
    private const int IsFlooded = -1;

    private readonly BufferPool _answerBuffers = new(8 << 10);
    private readonly BufferPool _copyBuffers = new(16 << 10);
    private readonly BufferPool _wireBuffers = new(64 << 10);
    private readonly Lane?[] _wireLanes = new Lane?[WireLanes];
    private readonly Sender?[] _tenants = new Sender?[ushort.MaxValue + 1];
    private readonly Scheduler _scheduler = new();

    /// <summary>The wire.</summary>
    public Sender Wire { get; } = new(null);

    /// <summary>The sum over all.</summary>
    public SlowPathCounts All { get; } = new();

    /// <summary>The tenants that were served, by name.</summary>
    public IEnumerable<Sender> Tenants => _tenants.OfType<Sender>();

    /// <summary>The sender of a tenant of the present world.</summary>
    public Sender Of(SlowPathTenant tenant) => _tenants[tenant.Index] ??= new Sender(tenant);

    /// <summary>Keeps an answer to the wire.</summary>
    /// <returns>False when there is no room.</returns>
    public bool TryAddWire(in SlowHeader header, bool isPing, ReadOnlySpan<byte> frame)
    {
        ref Lane? lane = ref _wireLanes[(header.Interface * 2) + (isPing ? 1 : 0)];
        lane ??= new Lane(Wire, SendClass.Wire, _wireBuffers);
        return TryAdd(lane, header, frame, 0) && Made(Wire, 1, false);
    }

    /// <summary>Keeps an answer to a tenant.</summary>
    /// <returns>False when there is no room.</returns>
    public bool TryAddAnswer(Sender sender, in SlowHeader header, ReadOnlySpan<byte> frame)
    {
        sender.Answers ??= new Lane(sender, SendClass.Answer, _answerBuffers);
        return TryAdd(sender.Answers, header, frame, 0) && Made(sender, 1, false);
    }

    /// <summary>Keeps a frame of a tenant that has room for it
    /// (<see cref="Sender.HasRoomForCopies"/>).</summary>
    /// <param name="sender">The tenant.</param>
    /// <param name="header">Says the next hop, when there is only one.</param>
    /// <param name="frame">The frame.</param>
    /// <param name="isFlooded">Whether it goes to each of the flood remotes.</param>
    public void AddCopied(
        Sender sender, in SlowHeader header, ReadOnlySpan<byte> frame, bool isFlooded)
    {
        sender.Copies ??= new Lane(sender, SendClass.Copy, _copyBuffers);
        if (!TryAdd(sender.Copies, header, frame, isFlooded ? IsFlooded : 0))
        {
            throw new InvalidOperationException("a frame was added where there is no room");
        }

        Made(sender, isFlooded ? sender.Tenant!.Flood.Count : 1, isFlooded);
    }

    /// <summary>Offers the board the frame whose turn it is.</summary>
    /// <returns>False when none waits, or the board has no room.</returns>
    public bool TrySendOne<TSink>(ref TSink sink)
        where TSink : IInjectionSink, allows ref struct
    {
        if (_scheduler.Peek() is not { } lane)
        {
            return false;
        }

        FrameQueue queue = lane.Queue;
        Sender sender = lane.Sender;
        bool isFlooded = lane.Class == SendClass.Copy && queue.HeadMark == IsFlooded;
        if (isFlooded)
        {
            SlowHeader.WriteNextHop(queue.Head, sender.Tenant!.Flood[sender.CopiesDone]);
        }

        if (!sink.TryInject(queue.Head))
        {
            return false;
        }

        sender.Counts.CountInjected();
        All.CountInjected();
        _scheduler.Charge(lane);
        if (!isFlooded || ++sender.CopiesDone == sender.Tenant!.Flood.Count)
        {
            Remove(lane);
        }

        _scheduler.Sent(lane);
        return true;
    }

    /// <summary>
    /// Drops what waits for tenants that are gone or others now, and the copies of those whose
    /// remotes changed. Afterwards nothing of the old world leaves.
    /// </summary>
    /// <param name="next">The tenant that has an index now.</param>
    /// <param name="moved">Tenants whose addresses are behind other remotes now.</param>
    public void Exchange(Func<ushort, SlowPathTenant?> next, IReadOnlySet<ushort> moved)
    {
        for (int index = 0; index < _tenants.Length; index++)
        {
            if (_tenants[index] is not { Tenant: { } old } sender)
            {
                continue;
            }

            SlowPathTenant? tenant = next((ushort)index);
            bool isSame = tenant is not null && tenant.IsSame(old);
            if (!isSame)
            {
                Drop(sender.Answers, Stale);
                _tenants[index] = null;
            }

            if (!isSame || moved.Contains((ushort)index)
                || !tenant!.Flood.SequenceEqual(old.Flood))
            {
                Drop(sender.Copies, Stale);
            }

            sender.Tenant = isSame ? tenant : old;
        }

        _scheduler[SendClass.Answer].RemoveEmpty();
        _scheduler[SendClass.Copy].RemoveEmpty();
    }

    /// <summary>Drops all that waits: there is no board any more.</summary>
    public void Abandon()
    {
        foreach (Sender sender in Tenants)
        {
            Drop(sender.Answers, BoardLost);
            Drop(sender.Copies, BoardLost);
        }

        foreach (Lane? lane in _wireLanes)
        {
            Drop(lane, BoardLost);
        }

        foreach (SendClass sendClass in Enum.GetValues<SendClass>())
        {
            _scheduler[sendClass].RemoveEmpty();
        }
    }

    private static void Stale(SlowPathCounts counts, int frames) => counts.CountStale(frames);

    private static void BoardLost(SlowPathCounts counts, int frames) =>
        counts.CountBoardLost(frames);

    private static void Remove(Lane lane)
    {
        lane.Queue.Remove();
        lane.Sender.CopiesDone = lane.Class == SendClass.Copy ? 0 : lane.Sender.CopiesDone;
    }

    private void Drop(Lane? lane, Action<SlowPathCounts, int> count)
    {
        while (lane is { Queue.Count: > 0 })
        {
            bool isFlooded = lane.Class == SendClass.Copy && lane.Queue.HeadMark == IsFlooded;
            int frames = isFlooded ? lane.Sender.Tenant!.Flood.Count - lane.Sender.CopiesDone : 1;
            count(lane.Sender.Counts, frames);
            count(All, frames);
            Remove(lane);
        }
    }

    private bool TryAdd(Lane lane, in SlowHeader header, ReadOnlySpan<byte> frame, int mark)
    {
        if (!lane.Queue.TryAdd(SlowHeader.LengthBytes + frame.Length, mark, out Span<byte> entry))
        {
            return false;
        }

        header.Write(entry);
        frame.CopyTo(entry[SlowHeader.LengthBytes..]);
        if (lane.Queue.Count == 1)
        {
            _scheduler[lane.Class].Add(lane);
        }

        return true;
    }

    private bool Made(Sender sender, int frames, bool areCopies)
    {
        sender.Counts.CountMade(frames, areCopies);
        All.CountMade(frames, areCopies);
        return true;
    }
}

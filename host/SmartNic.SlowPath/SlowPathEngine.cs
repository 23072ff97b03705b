using SmartNic.Driver;
using SmartNic.Features;
using SmartNic.Kernels;
using SmartNic.SlowPath.Queues;

namespace SmartNic.SlowPath;

/// <summary>Decides what becomes of each frame that the hardware punted, and keeps what goes back
/// until the board takes it: fairly, and within bounds (<see cref="Scheduler"/>).</summary>
/// <remarks>
/// A function of the punts, the world and the times it is told: no clock, no allocation per frame.
/// Every member may be called by any thread; they take turns.
/// </remarks>
public sealed class SlowPathEngine
{
    /// <summary>Longest frame behind a metadata header, bytes.</summary>
    public const int MaxFrameBytes = Kernels.Protocol.MaxFrameBytes;

    /// <summary>Longest frame that can go back: the board takes no more with the header.</summary>
    public const int MaxInjectedBytes = MaxFrameBytes - SlowHeader.LengthBytes;

    /// <summary>Longest frame of a tenant that fits any outer headers: with longer ones than the
    /// shortest the board drops it as oversize.</summary>
    public const int MaxCopiedBytes = MaxFrameBytes - TunnelRoute.LeastHeaderBytes;

    private readonly Lock _turn = new();
    // A frame, or what it is cut into: half of it is headers at the most.
    private readonly byte[] _scratch = new byte[2 * MaxFrameBytes];
    private readonly Outbox _outbox = new();
    private readonly PuntDesk _desk = PuntDesk.Today;
    private SlowPathWorld _world;
    private long _lostAtPort;

    /// <summary>Creates an engine.</summary>
    /// <param name="world">What it answers from.</param>
    public SlowPathEngine(SlowPathWorld world) => _world = world;

    /// <summary>What it counted since its start.</summary>
    public SlowPathCounters Counters
    {
        get
        {
            lock (_turn)
            {
                var tenants = new SortedDictionary<string, IReadOnlyDictionary<string, long>>(
                    StringComparer.Ordinal)
                {
                    [SlowPathCounters.Wire] = _outbox.Wire.Counts.Snapshot(),
                };
                foreach (Sender sender in _outbox.Tenants)
                {
                    tenants[sender.Tenant!.Name] = sender.Counts.Snapshot();
                }

                return new SlowPathCounters(
                    new Dictionary<string, long>(_outbox.All.Snapshot())
                    {
                        ["lost_at_port"] = LostAtPort,
                    },
                    tenants);
            }
        }
    }

    /// <summary>What the port lost between host and board; whoever has the port says it.</summary>
    public long LostAtPort
    {
        get => Volatile.Read(ref _lostAtPort);
        set => Volatile.Write(ref _lostAtPort, value);
    }

    /// <summary>Frames that wait for the board.</summary>
    public long Waiting
    {
        get
        {
            lock (_turn)
            {
                return _outbox.All.Waiting;
            }
        }
    }

    /// <summary>What it answers from. When the setter returns, nothing that the old world made for
    /// a tenant that is gone, or another one now, leaves any more.</summary>
    public SlowPathWorld World
    {
        get
        {
            lock (_turn)
            {
                return _world;
            }
        }

        set
        {
            // Comparing whole tables takes a while, in which punts are answered from the old world.
            var old = World;
            var moved = value.Forwarding.Differing(old.Forwarding);
            lock (_turn)
            {
                if (!ReferenceEquals(old, _world))
                {
                    moved = value.Forwarding.Differing(_world.Forwarding);
                }

                _world = value;
                _outbox.Exchange(value.FindTenant, moved);
            }
        }
    }

    /// <summary>Handles one frame from the slow port; what it makes waits for <see cref="Send"/>.
    /// </summary>
    /// <param name="punt">32-byte metadata header and frame.</param>
    /// <param name="nowNs">The present time, for the limits of copies; any clock that does not go
    /// back.</param>
    /// <returns>The outcome, already counted.</returns>
    public SlowPathOutcome Handle(ReadOnlySpan<byte> punt, ulong nowNs)
    {
        lock (_turn)
        {
            SlowPathOutcome outcome = Decide(punt, nowNs, out Sender? sender);
            sender?.Counts.CountPunt(outcome);
            _outbox.All.CountPunt(outcome);
            return outcome;
        }
    }

    /// <summary>Gives the board what waits, in fair order, as long as it takes it.</summary>
    /// <param name="sink">Takes the frames.</param>
    /// <param name="maxFrames">No more than these.</param>
    /// <returns>Frames that it took.</returns>
    public int Send<TSink>(ref TSink sink, int maxFrames)
        where TSink : IInjectionSink, allows ref struct
    {
        lock (_turn)
        {
            int sent = 0;
            while (sent < maxFrames && _outbox.TrySendOne(ref sink))
            {
                sent++;
            }

            return sent;
        }
    }

    /// <summary>Drops, and counts, all that waits: there is no board any more.</summary>
    public void Abandon()
    {
        lock (_turn)
        {
            _outbox.Abandon();
        }
    }

    private SlowPathOutcome Decide(ReadOnlySpan<byte> message, ulong nowNs, out Sender? sender)
    {
        sender = null;
        if (!SlowHeader.TryRead(message, out SlowHeader header)
            || header.Action != SlowAction.LookUp)
        {
            return SlowPathOutcome.HeaderInvalid;
        }

        ReadOnlySpan<byte> frame = message[SlowHeader.LengthBytes..];
        if (header.FrameLengthBytes > frame.Length || header.FrameLengthBytes > MaxFrameBytes
            || header.FrameLengthBytes < FrameFields.EthernetBytes)
        {
            return SlowPathOutcome.LengthInvalid;
        }

        frame = frame[..header.FrameLengthBytes];
        var reason = (PuntReason)header.Reason;
        SlowPathTenant? tenant = null;
        switch (_desk.SourceOf(reason))
        {
            case PuntSource.Wire:
                sender = _outbox.Wire;
                break;

            case PuntSource.Tenant:
                // The index and the VNI may be another tenant's now; the time tells.
                tenant = _world.FindTenant(header.Tenant);
                if (tenant is null || tenant.Vni != header.Vni || header.TimeNs < tenant.SinceNs)
                {
                    return SlowPathOutcome.TenantUnknown;
                }

                sender = _outbox.Of(tenant);
                break;

            default:
                return SlowPathOutcome.ReasonUnknown;
        }

        var punt = new Punt
        {
            Reason = reason,
            Interface = header.Interface,
            Tenant = sender.Tenant,
            Frame = frame,
            NowNs = nowNs,
        };
        PuntAnswer answer = _desk.Answer(punt, _world, _scratch);
        header = header with { Reason = (byte)PuntReason.None };
        return answer.Way switch
        {
            PuntWay.Wire => SendWire(header, answer),
            PuntWay.Host => SendHost(header, answer, sender),
            PuntWay.Forward or PuntWay.Flood => SendOn(header, answer, frame, sender, nowNs),
            _ => answer.Outcome,
        };
    }

    private SlowPathOutcome SendWire(SlowHeader header, PuntAnswer answer)
    {
        int padded = Math.Max(answer.Length, FrameFields.MinimumFrameBytes);
        _scratch.AsSpan()[answer.Length..padded].Clear();
        if (padded > MaxInjectedBytes)
        {
            return SlowPathOutcome.TooLong;
        }

        header = header with { Action = SlowAction.ToWire, FrameLengthBytes = (ushort)padded };
        return _outbox.TryAddWire(header, answer.IsBulk, _scratch.AsSpan(0, padded))
            ? answer.Outcome
            : SlowPathOutcome.QueueFull;
    }

    private SlowPathOutcome SendHost(SlowHeader header, PuntAnswer answer, Sender sender)
    {
        header = header with
        {
            Action = SlowAction.ToHost,
            Vni = sender.Tenant!.Vni,
            Queue = sender.Tenant.Queue,
            NextHop = 0,
            FrameLengthBytes = (ushort)answer.Length,
        };
        return _outbox.TryAddAnswer(sender, header, _scratch.AsSpan(0, answer.Length))
            ? answer.Outcome
            : SlowPathOutcome.QueueFull;
    }

    private SlowPathOutcome SendOn(
        SlowHeader header, PuntAnswer answer, ReadOnlySpan<byte> frame, Sender sender, ulong nowNs)
    {
        var frames = new SentFrames(answer, frame, _scratch);
        if (frames.Longest > MaxCopiedBytes)
        {
            return SlowPathOutcome.TooLong;
        }

        if (!sender.HasRoomForCopies(frames.Count, frames.Bytes))
        {
            return SlowPathOutcome.QueueFull;
        }

        bool isFlooded = answer.Way == PuntWay.Flood;
        int remotes = isFlooded ? sender.Tenant!.Flood.Count : 1;
        if (!sender.TryTakeCopies(frames.Count * remotes, nowNs))
        {
            return SlowPathOutcome.CopyLimit;
        }

        header = header with
        {
            Action = SlowAction.Encapsulate,
            Vni = sender.Tenant!.Vni,
            Queue = sender.Tenant.Queue,
            NextHop = answer.NextHop,
        };
        while (frames.TryNext(out ReadOnlySpan<byte> next))
        {
            header = header with { FrameLengthBytes = (ushort)next.Length };
            _outbox.AddCopied(sender, header, next, isFlooded);
        }

        return answer.Outcome;
    }
}

using SmartNic.Driver;
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

    /// <summary>Longest frame of a tenant that fits its outer headers.</summary>
    public const int MaxCopiedBytes = MaxFrameBytes - Vxlan.HeaderBytes;

    private readonly Lock _turn = new();
    private readonly byte[] _scratch = new byte[MaxFrameBytes];
    private readonly Outbox _outbox = new();
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
            lock (_turn)
            {
                _world = value;
                _outbox.Exchange(value.FindTenant);
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

    private SlowPathOutcome Decide(ReadOnlySpan<byte> punt, ulong nowNs, out Sender? sender)
    {
        sender = null;
        if (!SlowHeader.TryRead(punt, out SlowHeader header)
            || header.Action != SlowAction.LookUp)
        {
            return SlowPathOutcome.HeaderInvalid;
        }

        ReadOnlySpan<byte> frame = punt[SlowHeader.LengthBytes..];
        if (header.FrameLengthBytes > frame.Length || header.FrameLengthBytes > MaxFrameBytes
            || header.FrameLengthBytes < FrameFields.EthernetBytes)
        {
            return SlowPathOutcome.LengthInvalid;
        }

        frame = frame[..header.FrameLengthBytes];
        var reason = (PuntReason)header.Reason;
        switch (reason)
        {
            case PuntReason.WireArp or PuntReason.WireNeighbour or PuntReason.WirePing:
                sender = _outbox.Wire;
                return ServeWire(header, reason, frame);

            case PuntReason.Arp or PuntReason.Neighbour or PuntReason.Broadcast
                or PuntReason.Multicast or PuntReason.UnknownUnicast:
                // The index and the VNI may be another tenant's now; the time tells.
                if (_world.FindTenant(header.Tenant) is not { } tenant
                    || tenant.Vni != header.Vni || header.TimeNs < tenant.SinceNs)
                {
                    return SlowPathOutcome.TenantUnknown;
                }

                sender = _outbox.Of(tenant);
                return ServeTenant(header, frame, sender, nowNs);

            default:
                return SlowPathOutcome.ReasonUnknown;
        }
    }

    private SlowPathOutcome ServeWire(
        SlowHeader header, PuntReason reason, ReadOnlySpan<byte> frame)
    {
        SlowPathOutcome outcome = WireResponder.Answer(
            reason, frame, _world, header.Interface, _scratch, out int length);
        if (length == 0)
        {
            return outcome;
        }

        int padded = Math.Max(length, FrameFields.MinimumFrameBytes);
        _scratch.AsSpan()[length..padded].Clear();
        if (padded > MaxInjectedBytes)
        {
            return SlowPathOutcome.TooLong;
        }

        SlowHeader answer = header with
        {
            Action = SlowAction.ToWire,
            Reason = (byte)PuntReason.None,
            FrameLengthBytes = (ushort)padded,
        };
        return _outbox.TryAddWire(
            answer, reason == PuntReason.WirePing, _scratch.AsSpan(0, padded))
                ? outcome
                : SlowPathOutcome.QueueFull;
    }

    private SlowPathOutcome ServeTenant(
        SlowHeader header, ReadOnlySpan<byte> frame, Sender sender, ulong nowNs)
    {
        SlowPathTenant tenant = sender.Tenant!;
        SlowHeader made = header with
        {
            Reason = (byte)PuntReason.None,
            Vni = tenant.Vni,
            Queue = tenant.Queue,
        };
        if (TenantResponder.Answer(frame, tenant, _scratch, out int length) is { } answered)
        {
            made = made with
            {
                Action = SlowAction.ToHost, NextHop = 0, FrameLengthBytes = (ushort)length,
            };
            return _outbox.TryAddAnswer(sender, made, _scratch.AsSpan(0, length))
                ? answered
                : SlowPathOutcome.QueueFull;
        }

        // The reason is what hardware saw; the table may have learned the address since.
        bool isKnown = tenant.Forwarding.TryGetValue(Address.ReadMac(frame), out ushort nextHop);
        int copies = isKnown ? 1 : tenant.Flood.Count;
        if (copies == 0)
        {
            return SlowPathOutcome.NoRemotes;
        }

        if (frame.Length > MaxCopiedBytes)
        {
            return SlowPathOutcome.TooLong;
        }

        if (!sender.HasRoomForCopies(SlowHeader.LengthBytes + frame.Length))
        {
            return SlowPathOutcome.QueueFull;
        }

        if (!sender.TryTakeCopies(copies, nowNs))
        {
            return SlowPathOutcome.CopyLimit;
        }

        made = made with { Action = SlowAction.Encapsulate, NextHop = nextHop };
        _outbox.AddCopied(sender, made, frame, isFlooded: !isKnown);
        return isKnown ? SlowPathOutcome.Forwarded : SlowPathOutcome.Replicated;
    }
}

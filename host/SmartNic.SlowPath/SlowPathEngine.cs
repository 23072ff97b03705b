using SmartNic.Driver;
using SmartNic.Kernels;

namespace SmartNic.SlowPath;

/// <summary>Decides what becomes of each frame that the hardware punted.</summary>
/// <remarks>
/// A pure function of the frame and the world: no clock, no state between frames but the counters,
/// no allocation. Not for several threads at once; <see cref="World"/> may be exchanged by any.
/// </remarks>
public sealed class SlowPathEngine
{
    /// <summary>Longest frame behind a metadata header, bytes.</summary>
    public const int MaxFrameBytes = Kernels.Protocol.MaxFrameBytes;

    private readonly byte[] _scratch = new byte[SlowHeader.LengthBytes + MaxFrameBytes];
    private SlowPathWorld _world;

    /// <summary>Creates an engine.</summary>
    /// <param name="world">What it answers from.</param>
    /// <param name="counters">Where it counts; new ones when null.</param>
    public SlowPathEngine(SlowPathWorld world, SlowPathCounters? counters = null)
    {
        _world = world;
        Counters = counters ?? new SlowPathCounters();
    }

    /// <summary>What it counted.</summary>
    public SlowPathCounters Counters { get; }

    /// <summary>What it answers from; the frame in hand keeps the old one.</summary>
    public SlowPathWorld World
    {
        get => Volatile.Read(ref _world);
        set => Volatile.Write(ref _world, value);
    }

    /// <summary>Handles one frame from the slow port.</summary>
    /// <param name="punt">32-byte metadata header and frame.</param>
    /// <param name="sink">Receives what goes back to the board: nothing, one answer, or a replica
    /// for each remote.</param>
    /// <returns>The outcome, already counted.</returns>
    public SlowPathOutcome Handle<TSink>(ReadOnlySpan<byte> punt, ref TSink sink)
        where TSink : IInjectionSink, allows ref struct
    {
        SlowPathOutcome outcome = Decide(punt, ref sink);
        Counters.Count(outcome);
        return outcome;
    }

    private SlowPathOutcome Decide<TSink>(ReadOnlySpan<byte> punt, ref TSink sink)
        where TSink : IInjectionSink, allows ref struct
    {
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
        SlowPathWorld world = World;
        var reason = (PuntReason)header.Reason;
        switch (reason)
        {
            case PuntReason.WireArp or PuntReason.WireNeighbour or PuntReason.WirePing:
                Span<byte> answer = _scratch.AsSpan(SlowHeader.LengthBytes);
                SlowPathOutcome outcome = WireResponder.Answer(
                    reason, frame, world, header.Interface, answer, out int length);
                return length == 0 ? outcome : InjectToWire(header, length, outcome, ref sink);

            case PuntReason.Arp or PuntReason.Neighbour or PuntReason.Broadcast
                or PuntReason.Multicast or PuntReason.UnknownUnicast:
                // An index may name another tenant than when the frame was punted; a VNI never.
                return world.FindTenant(header.Tenant) is { } tenant && tenant.Vni == header.Vni
                    ? ServeTenant(header, frame, tenant, ref sink)
                    : SlowPathOutcome.TenantUnknown;

            default:
                return SlowPathOutcome.ReasonUnknown;
        }
    }

    private SlowPathOutcome ServeTenant<TSink>(
        SlowHeader header, ReadOnlySpan<byte> frame, SlowPathTenant tenant, ref TSink sink)
        where TSink : IInjectionSink, allows ref struct
    {
        Span<byte> payload = _scratch.AsSpan(SlowHeader.LengthBytes);
        SlowPathOutcome? answered = TenantResponder.Answer(frame, tenant, payload, out int length);
        if (answered is { } outcome)
        {
            Inject(header, tenant, SlowAction.ToHost, 0, length, ref sink);
            return outcome;
        }

        // The reason is what hardware saw; the table may have learned the address since.
        frame.CopyTo(payload);
        if (tenant.Forwarding.TryGetValue(Address.ReadMac(frame), out ushort nextHop))
        {
            Inject(header, tenant, SlowAction.Encapsulate, nextHop, frame.Length, ref sink);
            return SlowPathOutcome.Forwarded;
        }

        // By index: the enumerator of an interface would be allocated for each frame.
        for (int i = 0; i < tenant.Flood.Count; i++)
        {
            ushort remote = tenant.Flood[i];
            Inject(header, tenant, SlowAction.Encapsulate, remote, frame.Length, ref sink);
        }

        return tenant.Flood.Count > 0 ? SlowPathOutcome.Replicated : SlowPathOutcome.NoRemotes;
    }

    private SlowPathOutcome InjectToWire<TSink>(
        SlowHeader header, int length, SlowPathOutcome outcome, ref TSink sink)
        where TSink : IInjectionSink, allows ref struct
    {
        int padded = Math.Max(length, FrameFields.MinimumFrameBytes);
        _scratch.AsSpan(SlowHeader.LengthBytes)[length..padded].Clear();
        SlowHeader injected =
            header with { Action = SlowAction.ToWire, FrameLengthBytes = (ushort)padded };
        Emit(injected, ref sink);
        return outcome;
    }

    private void Inject<TSink>(
        SlowHeader header, SlowPathTenant tenant, SlowAction action, ushort nextHop, int length,
        ref TSink sink)
        where TSink : IInjectionSink, allows ref struct
    {
        SlowHeader injected = header with
        {
            Action = action,
            NextHop = nextHop,
            Vni = tenant.Vni,
            Queue = tenant.Queue,
            FrameLengthBytes = (ushort)length,
        };
        Emit(injected, ref sink);
    }

    private void Emit<TSink>(SlowHeader header, ref TSink sink)
        where TSink : IInjectionSink, allows ref struct
    {
        (header with { Reason = (byte)PuntReason.None }).Write(_scratch);
        if (sink.TryInject(_scratch.AsSpan(0, SlowHeader.LengthBytes + header.FrameLengthBytes)))
        {
            Counters.CountInjected();
        }
    }
}

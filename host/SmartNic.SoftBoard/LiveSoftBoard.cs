using Microsoft.Extensions.Logging;
using SmartNic.Driver;
using SmartNic.Registers;
using SmartNic.Sim;
using SmartNic.Sim.Live;
using SmartNic.Sim.Model;
using SmartNic.Sim.Server;

namespace SmartNic.SoftBoard;

/// <summary>
/// The native kernels as a live board between network devices. One thread runs all of it: frames
/// to their end, one after another, and register accesses between two frames, so a transaction is
/// seen by whole packets only. Forwarding allocates nothing.
/// </summary>
/// <remarks>
/// An output that has no room, or no device, is <c>queue_full</c> in the counters, as in hardware:
/// what came in went out or was dropped for a reason that is counted.
/// </remarks>
public sealed class LiveSoftBoard : ILiveBoard
{
    private const int QueuesPerInterface = 4096;

    // A round's punts: some hundred frames of any length.
    private const int SlowBytes = 4 << 20;

    private readonly ModelBoard _model;
    private readonly FrameList _slow = new(SlowBytes);
    private readonly PacketPort?[] _wires;
    private readonly PacketPort?[][] _hosts;
    private readonly List<PacketPort> _ports = [];
    private readonly ILogger _logger;
    private ulong _nowNs;

    /// <summary>A board with empty tables and no devices.</summary>
    /// <param name="interfaces">Number of interfaces, 1..16.</param>
    /// <param name="logger">Receives what happens to devices.</param>
    public LiveSoftBoard(int interfaces, ILogger logger)
    {
        _logger = logger;
        _model = new ModelBoard(interfaces, () => MonotonicClock.NowNs, Leave);
        _wires = new PacketPort?[interfaces];
        _hosts = new PacketPort?[interfaces][];
        for (int i = 0; i < interfaces; i++)
        {
            _hosts[i] = new PacketPort?[QueuesPerInterface];
        }
    }

    /// <inheritdoc/>
    public IBar Bar => _model.Bar;

    /// <inheritdoc/>
    public int Interfaces => _wires.Length;

    /// <summary>The ports that have devices, for the server that runs this board.</summary>
    public IReadOnlyList<IBoardPort> Ports => _ports;

    /// <summary>Opens a device at a port.</summary>
    /// <exception cref="SimException">
    /// There is no such port or device, it has one already, or it is not allowed.
    /// </exception>
    public void Attach(DevicePort port)
    {
        ArgumentNullException.ThrowIfNull(port);
        if (port.Port.Kind == PortKind.Slow || port.Port.Interface >= Interfaces)
        {
            throw new SimException($"device {port.Device}: the board has no such port");
        }

        if (_ports.Find(p => p.Port == port.Port || p.Device == port.Device) is { } other)
        {
            throw new SimException(
                $"device {port.Device} at {port.Name}: {other.Device} is at {other.Name} already");
        }

        PacketPort opened = new(port, this, _logger);
        if (!opened.IsUp)
        {
            _logger.DeviceIsDown(port.Device);
        }

        _ports.Add(opened);
        Place(port.Port) = opened;
    }

    /// <inheritdoc/>
    public bool TryInject(PortId port, ReadOnlySpan<byte> frame)
    {
        Inject(port, frame, isBad: false);
        return true;
    }

    /// <summary>Runs a frame to its end.</summary>
    /// <param name="port">Where it enters.</param>
    /// <param name="frame">Its bytes without FCS.</param>
    /// <param name="isBad">The device could not give the frame as it was on the wire: it is
    /// dropped and counted as <c>bad_frame</c>.</param>
    public void Inject(PortId port, ReadOnlySpan<byte> frame, bool isBad) =>
        _model.Inject(port, _nowNs, 0, isBad, frame);

    /// <inheritdoc/>
    public bool Step(ulong nowNs)
    {
        _nowNs = Math.Max(_nowNs, nowNs);
        return false;
    }

    /// <inheritdoc/>
    /// <remarks>Frames of the slow port only: others are at their devices already.</remarks>
    public void Collect(FrameSink sink) => _slow.Drain(sink);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (PacketPort port in _ports)
        {
            port.Dispose();
        }

        _model.Dispose();
    }

    private ref PacketPort? Place(PortId port)
    {
        if (port.Kind == PortKind.Wire)
        {
            return ref _wires[port.Interface];
        }

        return ref _hosts[port.Interface][port.Queue];
    }

    private bool Leave(PortId port, ulong timeNs, ushort tag, ReadOnlySpan<byte> frame) =>
        port.Kind == PortKind.Slow
            ? _slow.TryAdd(port, timeNs, tag, frame)
            : Place(port) is { } device && device.TrySend(frame);
}

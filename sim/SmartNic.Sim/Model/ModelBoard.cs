using SmartNic.Driver;
using SmartNic.Registers;

namespace SmartNic.Sim.Model;

/// <summary>
/// The board in software: the native kernels behind the same registers and ports. What the RTL does
/// with the same frames in the same order is, byte for byte, what this does.
/// </summary>
public sealed class ModelBoard : IReplayBoard
{
    private readonly ModelCore[] _cores;
    private readonly ModelBar _bar;
    private readonly FrameList _frames = new(int.MaxValue);
    private ulong _now;

    /// <summary>A board with empty tables.</summary>
    /// <param name="interfaces">Number of interfaces, 1..16.</param>
    /// <param name="nowNs">What TIME_NS reads; null for the stamp of the newest frame.</param>
    /// <param name="output">Takes frames while they leave; null keeps all for Drain.</param>
    public ModelBoard(
        int interfaces = 1, Func<ulong>? nowNs = null, FrameOutput? output = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(interfaces, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(interfaces, 16);
        _cores = new ModelCore[interfaces];
        for (byte i = 0; i < interfaces; i++)
        {
            _cores[i] = new ModelCore(i, output ?? _frames.TryAdd);
        }

        _bar = new ModelBar(_cores, nowNs ?? (() => _now));
    }

    /// <inheritdoc/>
    public IBar Bar => _bar;

    /// <inheritdoc/>
    public void Inject(PortId port, ulong timeNs, ushort tag, ReadOnlySpan<byte> frame) =>
        Inject(port, timeNs, tag, false, frame);

    /// <summary>Puts a frame on a port, as the MAC or the host would.</summary>
    /// <param name="port">Where the frame enters.</param>
    /// <param name="timeNs">Arrival time in nanoseconds.</param>
    /// <param name="tag">Comes out with the frame unchanged.</param>
    /// <param name="bad">The sender marked the frame bad.</param>
    /// <param name="frame">The bytes without FCS.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such interface.</exception>
    public void Inject(
        PortId port, ulong timeNs, ushort tag, bool bad, ReadOnlySpan<byte> frame)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(port.Interface, _cores.Length);
        _now = timeNs;
        ModelCore core = _cores[port.Interface];
        if (port.Kind == PortKind.Wire)
        {
            core.Wire(_bar.Generation, _bar.HashKey, timeNs, tag, bad, frame);
        }
        else
        {
            core.Host(_bar.Generation, _bar.HashKey, timeNs, tag, bad,
                port.Kind == PortKind.Slow, port.Queue, frame);
        }
    }

    /// <inheritdoc/>
    public void Drain(FrameSink sink) => _frames.Drain(sink);

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing of the operating system is held.
    }
}

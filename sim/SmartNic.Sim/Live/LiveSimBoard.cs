using SmartNic.Driver;
using SmartNic.Registers;

namespace SmartNic.Sim.Live;

/// <summary>The verilated board in the host's time.</summary>
public sealed class LiveSimBoard : ILiveBoard
{
    // A fraction of a millisecond of the host's time: registers and ports wait no longer.
    private const long ClocksPerStep = 256;

    // What a step can take; few, so that tenants wait where each has a queue of its own.
    private const int FramesPerInput = 64;

    private readonly SimCore _core;
    private readonly byte[] _buffer = new byte[SimCore.MaxFrameBytes];
    private bool _busy;
    private ushort _tag;

    /// <summary>Starts a board.</summary>
    /// <param name="options">Which one; null for 512 bits and one interface.</param>
    /// <exception cref="SimException">Not built, or the waveform cannot be written.</exception>
    public LiveSimBoard(SimOptions? options = null) => _core = new SimCore(options ?? new());

    /// <inheritdoc/>
    public IBar Bar => _core;

    /// <inheritdoc/>
    public int Interfaces => _core.Interfaces;

    /// <inheritdoc/>
    public bool TryInject(PortId port, ReadOnlySpan<byte> frame)
    {
        if (_core.Waiting(port.Kind, port.Interface) >= FramesPerInput)
        {
            return false;
        }

        _core.Push(port, 0, _tag++, frame);
        _busy = true;
        return true;
    }

    /// <inheritdoc/>
    public bool Step(ulong nowNs)
    {
        _core.SetTime(nowNs);
        if (_busy)
        {
            _busy = !_core.Run(ClocksPerStep);
        }

        return _busy;
    }

    /// <inheritdoc/>
    public void Collect(FrameSink sink)
    {
        while (_core.TryPop(_buffer, out SimFrame frame))
        {
            sink(frame.Port, frame.TimeNs, frame.Tag, _buffer.AsSpan(0, frame.LengthBytes));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _core.Dispose();
}

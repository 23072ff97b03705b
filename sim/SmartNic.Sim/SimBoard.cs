using SmartNic.Driver;
using SmartNic.Registers;

namespace SmartNic.Sim;

/// <summary>
/// The simulated board for replay: frames in order, each at its own time stamp. Program it while
/// nothing waits: a register access does not wait for injected frames.
/// </summary>
public sealed class SimBoard : IReplayBoard
{
    // Far beyond what any frame needs; a board that takes longer does not answer any more.
    private const long ClocksPerFrame = 100_000;

    private readonly byte[] _buffer = new byte[SimCore.MaxFrameBytes];
    private long _waiting;

    /// <summary>Starts a board.</summary>
    /// <param name="options">Which one; null for 512 bits and one interface.</param>
    /// <exception cref="SimException">Not built, or the waveform cannot be written.</exception>
    public SimBoard(SimOptions? options = null)
    {
        Core = new SimCore(options ?? new SimOptions());
        Core.Run(ClocksPerFrame);
        Core.SetMode(SimMode.Ordered);
    }

    /// <summary>The board itself, for gaps, stalls and clocks.</summary>
    public SimCore Core { get; }

    /// <inheritdoc/>
    public IBar Bar => Core;

    /// <inheritdoc/>
    public void Inject(PortId port, ulong timeNs, ushort tag, ReadOnlySpan<byte> frame)
    {
        Core.Push(port, timeNs, tag, frame);
        _waiting++;
    }

    /// <inheritdoc/>
    /// <exception cref="SimException">The board broke a rule or does not become idle.</exception>
    public void Drain(FrameSink sink)
    {
        ArgumentNullException.ThrowIfNull(sink);
        if (!Core.Run((_waiting + 1) * ClocksPerFrame))
        {
            throw new SimException("simulated board: frames are stuck");
        }

        _waiting = 0;
        while (Core.TryPop(_buffer, out SimFrame frame))
        {
            sink(frame.Port, frame.TimeNs, frame.Tag, _buffer.AsSpan(0, frame.LengthBytes));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Core.Dispose();
}

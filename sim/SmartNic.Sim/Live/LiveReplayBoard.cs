using SmartNic.Driver;
using SmartNic.Registers;

namespace SmartNic.Sim.Live;

/// <summary>A replay board (the native model) in the host's time.</summary>
/// <param name="board">The board; disposed with this one.</param>
/// <param name="interfaces">Its number of interfaces.</param>
public sealed class LiveReplayBoard(IReplayBoard board, int interfaces) : ILiveBoard
{
    private const int FramesPerStep = 64;

    private readonly List<(PortId Port, byte[] Frame)> _waiting = [];
    private ulong _nowNs;
    private ushort _tag;

    /// <inheritdoc/>
    public IBar Bar => board.Bar;

    /// <inheritdoc/>
    public int Interfaces => interfaces;

    /// <inheritdoc/>
    public bool TryInject(PortId port, ReadOnlySpan<byte> frame)
    {
        if (_waiting.Count >= FramesPerStep)
        {
            return false;
        }

        _waiting.Add((port, frame.ToArray()));
        return true;
    }

    /// <inheritdoc/>
    public bool Step(ulong nowNs)
    {
        _nowNs = Math.Max(_nowNs, nowNs);
        foreach ((PortId port, byte[] frame) in _waiting)
        {
            board.Inject(port, _nowNs, _tag++, frame);
        }

        _waiting.Clear();
        return false;
    }

    /// <inheritdoc/>
    public void Collect(FrameSink sink) => board.Drain(sink);

    /// <inheritdoc/>
    public void Dispose() => board.Dispose();
}

using SmartNic.Driver;
using SmartNic.Sim.Live;

namespace SmartNic.Sim.Server;

/// <summary>A port of the board and the TAP device that feeds it, with a bounded queue between.
/// </summary>
internal sealed class AttachedPort : IDisposable
{
    // Also bounds the time that one device can take from the others.
    private const int FramesPerRound = 64;

    private readonly PortId _port;
    private readonly Queue<byte[]> _queue = new();
    private readonly int _queueFrames;
    private readonly byte[] _buffer = new byte[64 * 1024];
    private long _inFrames, _inBytes, _outFrames, _outBytes, _lostIn, _lostOut;

    public AttachedPort(TapPort port, int queueFrames)
    {
        _port = port.Port;
        _queueFrames = queueFrames;
        Tap = new TapDevice(port.Device);
    }

    public TapDevice Tap { get; }

    public bool HasFrames => _queue.Count > 0;

    public PortStats Stats => new(
        _port.Kind == PortKind.Wire
            ? $"wire.{_port.Interface}"
            : $"host.{_port.Interface}.{_port.Queue}",
        Tap.Name,
        _inFrames,
        _inBytes,
        _outFrames,
        _outBytes,
        _lostIn,
        _lostOut);

    /// <summary>Reads what waits at the device; what does not fit in the queue is lost.</summary>
    public void Receive()
    {
        for (int n = 0; n < FramesPerRound; n++)
        {
            int length = Tap.Read(_buffer);
            if (length == 0)
            {
                return;
            }

            if (_queue.Count >= _queueFrames)
            {
                _lostIn++;
                continue;
            }

            _queue.Enqueue(_buffer.AsSpan(0, length).ToArray());
        }
    }

    /// <summary>Gives the board the oldest frame.</summary>
    /// <returns>False when there is none, or the board has no room.</returns>
    public bool TryFeed(ILiveBoard board)
    {
        if (!_queue.TryPeek(out byte[]? frame) || !board.TryInject(_port, frame))
        {
            return false;
        }

        _queue.Dequeue();
        _inFrames++;
        _inBytes += frame.Length;
        return true;
    }

    /// <summary>Passes on a frame that left the board.</summary>
    public void Send(ReadOnlySpan<byte> frame)
    {
        if (Tap.Write(frame))
        {
            _outFrames++;
            _outBytes += frame.Length;
        }
        else
        {
            _lostOut++;
        }
    }

    public void Dispose() => Tap.Dispose();
}

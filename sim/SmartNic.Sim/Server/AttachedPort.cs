using Microsoft.Extensions.Logging;
using SmartNic.Driver;
using SmartNic.Sim.Live;

namespace SmartNic.Sim.Server;

/// <summary>
/// A port of the board and the TAP device that feeds it, with a bounded queue between. A device
/// that is deleted is let go; when one of that name is there again, it is taken.
/// </summary>
internal sealed class AttachedPort : IDisposable
{
    // Also bounds the time that one device can take from the others.
    private const int FramesPerRound = 64;

    private const long RetryMs = 1000;

    private readonly PortId _port;
    private readonly string _device;
    private readonly ILogger _logger;
    private readonly Queue<byte[]> _queue = new();
    private readonly int _queueFrames;
    private readonly byte[] _buffer = new byte[64 * 1024];
    private long _inFrames, _inBytes, _outFrames, _outBytes, _lostIn, _lostOut, _deleted;
    private long _retryAtMs;

    public AttachedPort(TapPort port, int queueFrames, ILogger logger)
    {
        _port = port.Port;
        _device = port.Device;
        _queueFrames = queueFrames;
        _logger = logger;
        Tap = new TapDevice(port.Device);
    }

    /// <summary>The device; null while there is none.</summary>
    public TapDevice? Tap { get; private set; }

    public bool HasFrames => _queue.Count > 0;

    public PortStats Stats => new(
        _port.Kind == PortKind.Wire
            ? $"wire.{_port.Interface}"
            : $"host.{_port.Interface}.{_port.Queue}",
        _device,
        _inFrames,
        _inBytes,
        _outFrames,
        _outBytes,
        _lostIn,
        _lostOut,
        _deleted);

    /// <summary>Reads what waits at the device; what does not fit in the queue is lost.</summary>
    public void Receive()
    {
        if (Tap is null && !TryReattach())
        {
            return;
        }

        for (int n = 0; n < FramesPerRound; n++)
        {
            int length = Tap!.Read(_buffer);
            if (length == 0)
            {
                Detach();
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
        if (Tap is not null && Tap.Write(frame))
        {
            _outFrames++;
            _outBytes += frame.Length;
        }
        else
        {
            _lostOut++;
        }
    }

    public void Dispose() => Tap?.Dispose();

    /// <summary>Lets a deleted device go: its file would be ready for ever.</summary>
    private void Detach()
    {
        if (Tap is { IsDeleted: true })
        {
            Tap.Dispose();
            Tap = null;
            _deleted++;
            _logger.TapDeleted(_device);
        }
    }

    /// <summary>
    /// Takes a device that somebody made again; it is not made here a second time.
    /// </summary>
    private bool TryReattach()
    {
        if (Environment.TickCount64 < _retryAtMs)
        {
            return false;
        }

        _retryAtMs = Environment.TickCount64 + RetryMs;
        try
        {
            if (TapDevice.Exists(_device))
            {
                Tap = new TapDevice(_device);
                _logger.TapAttached(_device);
            }
        }
        catch (SimException)
        {
            // Safe to drop: not a TAP device, or another has it; the next second may bring one.
        }

        return Tap is not null;
    }
}

using Microsoft.Extensions.Logging;
using SmartNic.Driver;
using SmartNic.Sim.Live;

namespace SmartNic.Sim.Server;

/// <summary>
/// A port of the board and the TAP device that feeds it, with a bounded queue between. A device
/// that is deleted is let go; when one of that name is there again, it is taken.
/// </summary>
internal sealed class AttachedPort : IBoardPort
{
    // Also bounds the time that one device can take from the others.
    private const int FramesPerRound = 64;

    private const long RetryMs = 1000;

    private readonly DevicePort _port;
    private readonly string _device;
    private readonly ILiveBoard _board;
    private readonly ILogger _logger;
    private readonly Queue<byte[]> _queue = new();
    private readonly int _queueFrames;
    private readonly byte[] _buffer = new byte[64 * 1024];
    private long _inFrames, _inBytes, _outFrames, _outBytes, _lostIn, _lostOut, _deleted;
    private long _retryAtMs;
    private TapDevice? _tap;

    public AttachedPort(DevicePort port, ILiveBoard board, int queueFrames, ILogger logger)
    {
        _port = port;
        _device = port.Device;
        _board = board;
        _queueFrames = queueFrames;
        _logger = logger;
        _tap = new TapDevice(port.Device);
    }

    /// <inheritdoc/>
    public PortId Port => _port.Port;

    /// <inheritdoc/>
    public int Descriptor => _tap?.Descriptor ?? -1;

    /// <inheritdoc/>
    public bool IsBusy => _queue.Count > 0;

    /// <inheritdoc/>
    public PortStats Stats => new(
        _port.Name,
        _device,
        _inFrames,
        _inBytes,
        _outFrames,
        _outBytes,
        _lostIn,
        _lostOut,
        _deleted);

    /// <inheritdoc/>
    /// <remarks>What does not fit in the queue is lost.</remarks>
    public void Receive()
    {
        if (_tap is null && !TryReattach())
        {
            return;
        }

        for (int n = 0; n < FramesPerRound; n++)
        {
            int length = _tap!.Read(_buffer);
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

    /// <inheritdoc/>
    public bool TryFeed()
    {
        if (!_queue.TryPeek(out byte[]? frame) || !_board.TryInject(_port.Port, frame))
        {
            return false;
        }

        _queue.Dequeue();
        _inFrames++;
        _inBytes += frame.Length;
        return true;
    }

    /// <inheritdoc/>
    public void Send(ReadOnlySpan<byte> frame)
    {
        if (_tap is not null && _tap.Write(frame))
        {
            _outFrames++;
            _outBytes += frame.Length;
        }
        else
        {
            _lostOut++;
        }
    }

    /// <inheritdoc/>
    public void Flush()
    {
        // Safe to leave empty: a TAP device takes each frame by itself.
    }

    /// <inheritdoc/>
    public void Dispose() => _tap?.Dispose();

    /// <summary>Lets a deleted device go: its file would be ready for ever.</summary>
    private void Detach()
    {
        if (_tap is { IsDeleted: true })
        {
            _tap.Dispose();
            _tap = null;
            _deleted++;
            _logger.DeviceDeleted(_device);
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
                _tap = new TapDevice(_device);
                _logger.DeviceAttached(_device);
            }
        }
        catch (SimException)
        {
            // Safe to drop: not a TAP device, or another has it; the next second may bring one.
        }

        return _tap is not null;
    }
}

using Microsoft.Extensions.Logging;
using SmartNic.Driver;
using SmartNic.Sim;
using SmartNic.Sim.Server;
using SmartNic.SoftBoard.Linux;
using SmartNic.SoftBoard.Offload;
using Protocol = SmartNic.Kernels.Protocol;

namespace SmartNic.SoftBoard;

/// <summary>
/// A port of the board and its network device: frames in from the kernel's receive ring, frames
/// out in batches. A device that is deleted is let go; when one of that name is there again, it is
/// taken.
/// </summary>
internal sealed class PacketPort : IBoardPort
{
    // Also bounds the time that one device can take from the others.
    private const int FramesPerRound = 64;

    // How often an idle device is looked at: losses, deletion, MTU.
    private const long CheckMs = 100;
    private const long RetryMs = 1000;

    private readonly DevicePort _port;
    private readonly LiveSoftBoard _board;
    private readonly ILogger _logger;
    private readonly byte[] _segment = new byte[Protocol.MaxFrameBytes];
    private PacketDevice? _device;
    private long _inFrames, _inBytes, _outFrames, _outBytes, _lostIn, _lostOut, _deleted;
    private long _checkAtMs;
    private int _left;

    public PacketPort(DevicePort port, LiveSoftBoard board, ILogger logger)
    {
        _port = port;
        _board = board;
        _logger = logger;
        _device = Open();
    }

    /// <inheritdoc/>
    public PortId Port => _port.Port;

    /// <summary>Name of the device.</summary>
    public string Device => _port.Device;

    /// <summary>Whether the device is there and up, when last looked at.</summary>
    public bool IsUp => _device is { IsUp: true };

    /// <summary>Name of the port.</summary>
    public string Name => _port.Name;

    /// <inheritdoc/>
    public int Descriptor => _device?.Descriptor ?? -1;

    /// <inheritdoc/>
    public bool IsBusy => _device is { HasWaiting: true };

    /// <inheritdoc/>
    public PortStats Stats
    {
        get
        {
            Account();
            return new PortStats(Name, Device, _inFrames, _inBytes, _outFrames, _outBytes,
                _lostIn, _lostOut, _deleted);
        }
    }

    /// <inheritdoc/>
    public void Receive()
    {
        _left = FramesPerRound;
        if (Environment.TickCount64 >= _checkAtMs)
        {
            Check();
        }
    }

    /// <inheritdoc/>
    public bool TryFeed()
    {
        if (_left == 0 || _device is null || !_device.TryTake(out ReceivedFrame frame))
        {
            return false;
        }

        _left--;
        if (!_device.IsUp)
        {
            // It was down when it was opened. What it receives may be answered at once, long before
            // the next look at it.
            _device.IsThere();
        }

        if (frame.IsCut || !Give(frame))
        {
            Give(frame.Bytes, isBad: true);
        }

        _device.Release();
        return true;
    }

    /// <summary>Takes a frame of the board, to be sent with others.</summary>
    /// <returns>False when there is no room, or no device that can take it.</returns>
    public bool TrySend(ReadOnlySpan<byte> frame)
    {
        if (_device is null || !_device.TrySend(frame))
        {
            return false;
        }

        _outFrames++;
        _outBytes += frame.Length;
        return true;
    }

    /// <inheritdoc/>
    public void Send(ReadOnlySpan<byte> frame) => TrySend(frame);

    /// <inheritdoc/>
    public void Flush() => _device?.Flush();

    /// <inheritdoc/>
    public void Dispose()
    {
        _device?.Dispose();
        _device = null;
    }

    /// <summary>Gives the board a frame as it would be on a wire.</summary>
    /// <returns>False when the device left more to do than is known here.</returns>
    private bool Give(in ReceivedFrame frame)
    {
        if (frame.Offload.IsSegmented)
        {
            if (!Segments.TryBegin(
                frame.Bytes, frame.Offload, _segment, out Segments segments))
            {
                return false;
            }

            while (segments.TryNext(out ReadOnlySpan<byte> segment))
            {
                Give(segment, isBad: false);
            }

            return true;
        }

        if (frame.Offload.NeedsChecksum && !frame.Offload.TryComplete(frame.Bytes))
        {
            return false;
        }

        Give(frame.Bytes, isBad: false);
        return true;
    }

    private void Give(ReadOnlySpan<byte> frame, bool isBad)
    {
        _inFrames++;
        _inBytes += frame.Length;
        _board.Inject(_port.Port, frame, isBad);
    }

    private void Check()
    {
        _checkAtMs = Environment.TickCount64 + CheckMs;
        if (_device is null)
        {
            TryReattach();
            return;
        }

        Account();
        if (!_device.IsThere())
        {
            _device.Dispose();
            _device = null;
            _deleted++;
            _logger.DeviceDeleted(Device);
        }
    }

    /// <summary>Takes over what was lost on both sides of the device.</summary>
    private void Account()
    {
        if (_device is not null)
        {
            _lostIn += _device.TakeLostIn();
            long lost = _device.TakeLostOut(out long bytes);
            _lostOut += lost;
            _outFrames -= lost;
            _outBytes -= bytes;
        }
    }

    private void TryReattach()
    {
        _checkAtMs = Environment.TickCount64 + RetryMs;
        try
        {
            if (LinuxCalls.InterfaceIndex(Device) != 0)
            {
                _device = Open();
                _logger.DeviceAttached(Device);
            }
        }
        catch (SimException)
        {
            // Safe to drop: it went again meanwhile; the next second may bring it back.
        }
    }

    // What a tenant sends is for MACs of others; the wire's filter is left as the user set it.
    private PacketDevice Open() =>
        new(Device, isPromiscuous: _port.Port.Kind == PortKind.Host);
}

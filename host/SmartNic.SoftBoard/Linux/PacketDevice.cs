using System.Buffers.Binary;
using SmartNic.Sim;
using SmartNic.Sim.Server;
using Protocol = SmartNic.Kernels.Protocol;

namespace SmartNic.SoftBoard.Linux;

/// <summary>
/// A network device as frames in and out, beside the kernel's own stack (which sees what comes in
/// too). A socket each way, so that frames are sent without an offload header; what is sent goes
/// past the queueing discipline, and is not received here.
/// </summary>
internal sealed class PacketDevice : IDisposable
{
    private const int TagBytes = 4;
    private const int IsUpFlag = 1;

    private readonly string _name;
    private readonly int _index;
    private readonly PacketSocket _receive;
    private readonly PacketSocket _send;
    private readonly ReceiveRing _ring;
    private readonly SendQueue _queue;
    private long _lostTold, _lostBytesTold;
    private int _maxBytes;
    private bool _isUp;

    /// <summary>Opens a device.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="isPromiscuous">Whether frames for any MAC are wanted, while it is open.</param>
    /// <exception cref="SimException">It is not there, or not allowed.</exception>
    public PacketDevice(string name, bool isPromiscuous)
    {
        _name = name;
        _index = (int)LinuxCalls.InterfaceIndex(name);
        if (_index == 0)
        {
            throw new SimException($"device {name}: there is no network device of this name");
        }

        _receive = new PacketSocket(name);
        try
        {
            _send = new PacketSocket(name);
            int mtu = _receive.Ask(PacketCalls.GetMtu);
            _ring = new ReceiveRing(_receive, mtu);
            _receive.Set(PacketCalls.IgnoreOutgoing, 1);
            if (isPromiscuous)
            {
                _receive.Set(PacketCalls.AddMembership, new PacketCalls.Membership
                {
                    Interface = _index, Kind = PacketCalls.Promiscuous,
                });
            }

            _send.Set(PacketCalls.QdiscBypass, 1);
            _send.Bind(_index, 0);
            _queue = new SendQueue(_send);
            _receive.Bind(_index, PacketCalls.EveryProtocol);
        }
        catch (SimException)
        {
            Dispose();
            throw;
        }

        IsThere();
    }

    /// <summary>Its file, readable when frames wait.</summary>
    public int Descriptor => (int)_receive.Handle.DangerousGetHandle();

    /// <summary>Whether frames wait to be sent.</summary>
    public bool HasWaiting => _queue.HasWaiting;

    /// <summary>Whether it was up when last looked at.</summary>
    public bool IsUp => _isUp;

    /// <summary>The oldest frame that came, until it is released.</summary>
    public bool TryTake(out ReceivedFrame frame) => _ring.TryTake(out frame);

    /// <summary>Done with the oldest frame.</summary>
    public void Release() => _ring.Release();

    /// <summary>Takes a frame to be sent.</summary>
    /// <returns>False when there is no room, or it is longer than the device can send.</returns>
    public bool TrySend(ReadOnlySpan<byte> frame)
    {
        bool isTagged = frame.Length >= Protocol.EthernetBytes
            && BinaryPrimitives.ReadUInt16BigEndian(frame[12..]) == Protocol.CTag;
        return _isUp && frame.Length <= _maxBytes + (isTagged ? TagBytes : 0)
            && _queue.TryAdd(frame);
    }

    /// <summary>Sends what waits.</summary>
    public void Flush() => _queue.Flush();

    /// <summary>Frames that came when the ring was full, since the last time.</summary>
    public long TakeLostIn() =>
        _receive.Get<PacketCalls.RingStatistics>(PacketCalls.Statistics).Drops;

    /// <summary>Frames that were taken and could not be sent, since the last time.</summary>
    /// <param name="bytes">Their bytes.</param>
    public long TakeLostOut(out long bytes)
    {
        long lost = _queue.Lost - _lostTold;
        bytes = _queue.LostBytes - _lostBytesTold;
        (_lostTold, _lostBytesTold) = (_queue.Lost, _queue.LostBytes);
        return lost;
    }

    /// <summary>Looks at the device anew: its state and MTU.</summary>
    /// <returns>False when it was deleted, or another has its name.</returns>
    public bool IsThere()
    {
        // An error that nobody reads makes the file ready for ever.
        _receive.Get<int>(PacketCalls.SocketError, PacketCalls.SocketLevel);
        _maxBytes = _receive.Ask(PacketCalls.GetMtu) + Protocol.EthernetBytes;
        _isUp = (_receive.Ask(PacketCalls.GetFlags) & IsUpFlag) != 0;
        return LinuxCalls.InterfaceIndex(_name) == _index;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _queue?.Dispose();
        _ring?.Dispose();
        _receive.Dispose();
        _send?.Dispose();
    }
}

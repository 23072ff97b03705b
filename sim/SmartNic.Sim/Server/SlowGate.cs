using SmartNic.Driver;
using SmartNic.Sim.Live;

namespace SmartNic.Sim.Server;

/// <summary>
/// The slow port between board and client, with a bounded queue towards the board.
/// </summary>
/// <param name="queueFrames">Frames that may wait in front of the board.</param>
internal sealed class SlowGate(int queueFrames)
{
    /// <summary>Longest frame with its metadata header.</summary>
    public const int MaxFrameBytes =
        Kernels.Protocol.MaxFrameBytes + SlowHeader.LengthBytes;

    private const int InterfaceByte = 3;

    private readonly Queue<byte[]> _queue = new();
    private long _inFrames, _inBytes, _outFrames, _outBytes, _lostIn, _lostOut;

    /// <summary>Frames that the client did not take; frames without a client do not count.</summary>
    public long LostToClient { get; private set; }

    public bool HasFrames => _queue.Count > 0;

    public PortStats Stats =>
        new("slow", "", _inFrames, _inBytes, _outFrames, _outBytes, _lostIn, _lostOut);

    /// <summary>Takes a frame of the client.</summary>
    /// <returns>Null, or what is wrong with it.</returns>
    public string? Accept(ReadOnlySpan<byte> frame, int interfaces)
    {
        if (frame.Length is < SlowHeader.LengthBytes or > MaxFrameBytes)
        {
            return $"a slow-port frame of {frame.Length} bytes";
        }

        if (frame[InterfaceByte] >= interfaces)
        {
            return $"a slow-port frame for interface {frame[InterfaceByte]} of {interfaces}";
        }

        if (_queue.Count >= queueFrames)
        {
            _lostIn++;
        }
        else
        {
            _queue.Enqueue(frame.ToArray());
        }

        return null;
    }

    /// <summary>Gives the board the oldest frame.</summary>
    public bool TryFeed(ILiveBoard board)
    {
        if (!_queue.TryPeek(out byte[]? frame)
            || !board.TryInject(PortId.Slow(frame[InterfaceByte]), frame))
        {
            return false;
        }

        _queue.Dequeue();
        _inFrames++;
        _inBytes += frame.Length;
        return true;
    }

    /// <summary>Passes on a frame that left the board.</summary>
    public void Send(ClientLink? client, ReadOnlySpan<byte> frame)
    {
        if (client is { Greeted: true }
            && client.Send(Protocol.Message(MessageType.SlowReceive, 0, frame), mayBeLost: true))
        {
            _outFrames++;
            _outBytes += frame.Length;
        }
        else
        {
            _lostOut++;
            LostToClient += client is null ? 0 : 1;
        }
    }
}

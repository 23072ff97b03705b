using System.Buffers.Binary;
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

    private readonly Queue<(ClientLink From, byte[] Frame)> _queue = new();
    private int _taken;
    private long _inFrames, _inBytes, _outFrames, _outBytes, _lostIn, _lostOut;

    /// <summary>Frames that a client may have under way, so that none is lost here.</summary>
    public int Window => Math.Min(queueFrames, Protocol.MaxSlowWindow);

    /// <summary>
    /// Frames that the client did not take; frames without a client do not count.
    /// </summary>
    public long LostToClient { get; private set; }

    public bool HasFrames => _queue.Count > 0;

    public PortStats Stats =>
        new("slow", "", _inFrames, _inBytes, _outFrames, _outBytes, _lostIn, _lostOut);

    /// <summary>Takes a frame of the client.</summary>
    /// <returns>Null, or what is wrong with it.</returns>
    public string? Accept(ClientLink from, ReadOnlySpan<byte> frame, int interfaces)
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
            _taken++;
        }
        else
        {
            _queue.Enqueue((from, frame.ToArray()));
        }

        return null;
    }

    /// <summary>Gives the board the oldest frame.</summary>
    /// <param name="board">The board.</param>
    /// <param name="client">The present client: told of its own frames only.</param>
    public bool TryFeed(ILiveBoard board, ClientLink? client)
    {
        if (!_queue.TryPeek(out var next)
            || !board.TryInject(PortId.Slow(next.Frame[InterfaceByte]), next.Frame))
        {
            return false;
        }

        byte[] frame = next.Frame;
        _taken += ReferenceEquals(next.From, client) ? 1 : 0;
        _queue.Dequeue();
        _inFrames++;
        _inBytes += frame.Length;
        return true;
    }

    /// <summary>Tells a client how many of its frames are not under way any more.</summary>
    /// <remarks>At most one such message waits for each half window, whatever the client reads.
    /// </remarks>
    public void Report(ClientLink client)
    {
        if (_taken == 0 || (client.WantsToSend && _taken < Window / 2))
        {
            return;
        }

        Span<byte> count = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(count, (uint)_taken);
        _taken = 0;
        client.Send(Protocol.Message(MessageType.SlowTaken, 0, count));
    }

    /// <summary>Forgets what is to be told to a client that is gone.</summary>
    public void Forget() => _taken = 0;

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

using System.Buffers.Binary;

namespace SmartNic.SlowPath.Queues;

/// <summary>
/// Frames in the order of their arrival, in one buffer of fixed size; each lies in one piece. The
/// buffer is borrowed while there are frames.
/// </summary>
internal sealed class FrameQueue(BufferPool pool)
{
    /// <summary>What a frame costs besides its bytes: its length, and a mark of its owner's.
    /// </summary>
    public const int EntryBytes = 2 * sizeof(int);

    private byte[]? _buffer;
    private int _head;
    private int _tail;
    private int _end; // where the entries end that lie before a wrap
    private bool _wraps; // the tail started again at 0, the head did not yet

    /// <summary>Frames that wait.</summary>
    public int Count { get; private set; }

    /// <summary>The oldest frame; there must be one. Valid until the next call.</summary>
    public Span<byte> Head => _buffer.AsSpan(_head + EntryBytes, HeadBytes);

    /// <summary>Bytes of the oldest frame.</summary>
    public int HeadBytes => BinaryPrimitives.ReadInt32LittleEndian(_buffer.AsSpan(_head));

    /// <summary>What the oldest frame was marked with.</summary>
    public int HeadMark =>
        BinaryPrimitives.ReadInt32LittleEndian(_buffer.AsSpan(_head + sizeof(int)));

    /// <summary>Whether a frame of this length can be added.</summary>
    public bool HasRoom(int bytes) =>
        TryPlace(EntryBytes + bytes, out int _, out bool _);

    /// <summary>Adds a frame.</summary>
    /// <param name="bytes">Its length.</param>
    /// <param name="mark">Comes back with it.</param>
    /// <param name="frame">Where to write it.</param>
    /// <returns>False when there is no room; nothing was added.</returns>
    public bool TryAdd(int bytes, int mark, out Span<byte> frame)
    {
        frame = default;
        int need = EntryBytes + bytes;
        if (!TryPlace(need, out int at, out bool startsAgain))
        {
            return false;
        }

        if (startsAgain)
        {
            _end = _tail;
            _wraps = true;
        }

        _buffer ??= pool.Take();
        BinaryPrimitives.WriteInt32LittleEndian(_buffer.AsSpan(at), bytes);
        BinaryPrimitives.WriteInt32LittleEndian(_buffer.AsSpan(at + sizeof(int)), mark);
        frame = _buffer.AsSpan(at + EntryBytes, bytes);
        _tail = at + need;
        Count++;
        return true;
    }

    /// <summary>Removes the oldest frame; there must be one.</summary>
    public void Remove()
    {
        _head += EntryBytes + HeadBytes;
        if (--Count == 0)
        {
            pool.Return(_buffer!);
            _buffer = null;
            _head = _tail = 0;
            _wraps = false;
        }
        else if (_wraps && _head == _end)
        {
            _head = 0;
            _wraps = false;
        }
    }

    private bool TryPlace(int need, out int at, out bool startsAgain)
    {
        at = _tail;
        startsAgain = false;
        if (_wraps)
        {
            return _head - _tail >= need;
        }

        if (pool.Bytes - _tail >= need)
        {
            return true;
        }

        at = 0;
        startsAgain = true;
        return _head >= need;
    }
}

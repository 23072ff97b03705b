using System.Buffers.Binary;

namespace SmartNic.Sim.Server;

/// <summary>Cuts a stream of bytes into messages.</summary>
/// <param name="maxBodyBytes">Longest body; twice as much is held at most.</param>
internal sealed class MessageBuffer(int maxBodyBytes)
{
    private byte[] _bytes = new byte[64 * 1024];
    private int _start;
    private int _end;

    /// <summary>Room for at least one more byte, to receive into; then call Advance.</summary>
    public Memory<byte> Free()
    {
        if (_start == _end)
        {
            _start = _end = 0;
        }

        if (_end == _bytes.Length)
        {
            byte[] target = _start > _bytes.Length / 2 ? _bytes : new byte[_bytes.Length * 2];
            _bytes.AsSpan(_start, _end - _start).CopyTo(target);
            _bytes = target;
            _end -= _start;
            _start = 0;
        }

        return _bytes.AsMemory(_end);
    }

    /// <summary>Says that bytes were received.</summary>
    public void Advance(int count) => _end += count;

    /// <summary>Takes the next whole message; the body is valid until the next Free.</summary>
    /// <exception cref="InvalidDataException">The length cannot be.</exception>
    public bool TryTake(out MessageType type, out ushort id, out ReadOnlySpan<byte> body)
    {
        type = default;
        id = 0;
        body = default;
        ReadOnlySpan<byte> head = _bytes.AsSpan(_start, _end - _start);
        if (head.Length < Protocol.HeadBytes)
        {
            return false;
        }

        uint length = BinaryPrimitives.ReadUInt32LittleEndian(head);
        if (length > (uint)maxBodyBytes)
        {
            throw new InvalidDataException($"a message of {length} bytes");
        }

        if (head.Length < Protocol.HeadBytes + (int)length)
        {
            return false;
        }

        type = (MessageType)BinaryPrimitives.ReadUInt16LittleEndian(head[4..]);
        id = BinaryPrimitives.ReadUInt16LittleEndian(head[6..]);
        body = head.Slice(Protocol.HeadBytes, (int)length);
        _start += Protocol.HeadBytes + (int)length;
        return true;
    }
}

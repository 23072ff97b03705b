using System.Buffers.Binary;
using SmartNic.Features;

namespace SmartNic.SlowPath;

/// <summary>The frames that are sent on for a punt: itself, one in its place, or several.</summary>
internal ref struct SentFrames
{
    private const int LengthBytes = sizeof(ushort);

    private ReadOnlySpan<byte> _rest;
    private int _left;
    private readonly bool _arePieces;

    /// <summary>What an answer asks for.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="frame">The frame that was punted.</param>
    /// <param name="reply">What the handler wrote.</param>
    public SentFrames(in PuntAnswer answer, ReadOnlySpan<byte> frame, ReadOnlySpan<byte> reply)
    {
        _rest = answer.Length == 0 ? frame : reply[..answer.Length];
        _arePieces = answer.Pieces > 0;
        _left = Count = Math.Max(1, answer.Pieces);
        SentFrames all = this;
        while (all.TryNext(out ReadOnlySpan<byte> next))
        {
            Longest = Math.Max(Longest, next.Length);
            Bytes += next.Length;
        }
    }

    /// <summary>How many.</summary>
    public int Count { get; }

    /// <summary>Bytes of all.</summary>
    public int Bytes { get; }

    /// <summary>Bytes of the longest.</summary>
    public int Longest { get; }

    /// <summary>The next one.</summary>
    public bool TryNext(out ReadOnlySpan<byte> frame)
    {
        frame = default;
        if (_left == 0)
        {
            return false;
        }

        _left--;
        int at = _arePieces ? LengthBytes : 0;
        int length = _arePieces ? BinaryPrimitives.ReadUInt16BigEndian(_rest) : _rest.Length;
        frame = _rest.Slice(at, length);
        _rest = _rest[(at + length)..];
        return true;
    }
}

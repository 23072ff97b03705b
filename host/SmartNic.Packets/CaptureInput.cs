namespace SmartNic.Packets;

/// <summary>
/// A stream that knows its name, its offset and the packet it is in, for messages.
/// </summary>
internal sealed class CaptureInput(Stream stream, string name) : IDisposable
{
    public string Name { get; } = name;

    /// <summary>Offset in bytes of the next byte to be read.</summary>
    public long Offset { get; private set; }

    /// <summary>Number of the packet being read or read last, from 1.</summary>
    public long PacketNumber { get; set; }

    /// <summary>True while the bytes being read belong to that packet.</summary>
    public bool InPacket { get; set; }

    /// <summary>
    /// Fills <paramref name="target"/>; false when the file ends before its first byte.
    /// </summary>
    public bool TryRead(Span<byte> target, string expected)
    {
        var start = Offset;
        var count = ReadSome(target);
        if (count == 0 && target.Length > 0)
        {
            return false;
        }

        if (count < target.Length)
        {
            throw Truncated(start, expected, target.Length, count);
        }

        return true;
    }

    /// <summary>Fills <paramref name="target"/>, or throws: the file ends too early.</summary>
    public void Read(Span<byte> target, string expected)
    {
        var start = Offset;
        var count = ReadSome(target);
        if (count < target.Length)
        {
            throw Truncated(start, expected, target.Length, count);
        }
    }

    public CaptureException Error(long offset, string message) =>
        new($"{Name}: at offset {offset}: {message}");

    public CaptureException PacketError(long offset, string message) =>
        new($"{Name}: packet {PacketNumber} (offset {offset}): {message}");

    public void Dispose() => stream.Dispose();

    private int ReadSome(Span<byte> target)
    {
        try
        {
            var count = stream.ReadAtLeast(target, target.Length, throwOnEndOfStream: false);
            Offset += count;
            return count;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CaptureException(
                $"{Name}: cannot be read at offset {Offset}: {e.Message}", e);
        }
    }

    private CaptureException Truncated(long start, string expected, int wanted, int got)
    {
        var where = PacketNumber == 0 ? "before its first packet"
            : InPacket ? $"in packet {PacketNumber}" : $"after packet {PacketNumber}";
        return new CaptureException(
            $"{Name}: the file is truncated {where}: at offset {start} expected "
            + $"{expected} of {wanted} bytes, found {got}");
    }
}

namespace SmartNic.Packets;

/// <summary>
/// A stream that knows its name, its offset and the packet it is in, for messages.
/// </summary>
internal sealed class CaptureInput(Stream stream, string name) : IDisposable
{
    private readonly byte[] buffer = new byte[1 << 16];
    private int used;
    private int filled;

    public string Name { get; } = name;

    /// <summary>Offset in bytes of the next byte to be read.</summary>
    public long Offset { get; private set; }

    /// <summary>Number of the packet being read or read last, from 1.</summary>
    public long PacketNumber { get; set; }

    /// <summary>Whether packets that are not whole in the file are passed over.</summary>
    public bool SkipsCut { get; set; }

    /// <summary>Packets that were passed over.</summary>
    public long CutPackets { get; set; }

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

    /// <summary>
    /// Fills <paramref name="target"/> with a part of a packet; false when the file ends before,
    /// and such packets are passed over: then this one was the last, and is counted.
    /// </summary>
    public bool TryReadPacket(Span<byte> target, string expected)
    {
        var start = Offset;
        var count = ReadSome(target);
        if (count == target.Length)
        {
            return true;
        }

        if (!SkipsCut)
        {
            throw Truncated(start, expected, target.Length, count);
        }

        CutPackets++;
        return false;
    }

    /// <summary>Passes over bytes; false when the file ends before.</summary>
    public bool TrySkip(Span<byte> target) => ReadSome(target) == target.Length;

    public CaptureException Error(long offset, string message) =>
        new($"{Name}: at offset {offset}: {message}");

    public CaptureException PacketError(long offset, string message) =>
        new($"{Name}: packet {PacketNumber} (offset {offset}): {message}");

    public void Dispose() => stream.Dispose();

    private int ReadSome(Span<byte> target)
    {
        // Most packets are in the buffer whole.
        if (target.Length <= filled - used)
        {
            buffer.AsSpan(used, target.Length).CopyTo(target);
            used += target.Length;
            Offset += target.Length;
            return target.Length;
        }

        var count = 0;
        while (count < target.Length && (used < filled || Fill()))
        {
            var part = Math.Min(target.Length - count, filled - used);
            buffer.AsSpan(used, part).CopyTo(target[count..]);
            used += part;
            Offset += part;
            count += part;
        }

        return count;
    }

    private bool Fill()
    {
        try
        {
            used = 0;
            filled = stream.Read(buffer);
            return filled > 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            filled = 0;
            throw new CaptureException($"{Name}: cannot be read at offset {Offset}: "
                + FileTrouble.Words(e.Message), e);
        }
    }

    private CaptureException Truncated(long start, string expected, int wanted, int got)
    {
        var where = PacketNumber == 0 ? "before its first packet"
            : InPacket ? $"in packet {PacketNumber}" : $"after packet {PacketNumber}";
        var advice = InPacket ? "; --skip-cut leaves out a packet that is cut" : "";
        return new CaptureException(
            $"{Name}: the file is truncated {where}: at offset {start} expected "
            + $"{expected} of {wanted} bytes, found {got}{advice}");
    }
}

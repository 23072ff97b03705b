using System.Buffers.Binary;

namespace SmartNic.Packets;

/// <summary>
/// Writes a nanosecond pcap (magic 0xA1B23C4D, little endian, version 2.4). The same packets give
/// the same bytes on every machine.
/// </summary>
public sealed class PcapWriter : IDisposable
{
    private const uint MagicNs = 0xA1B23C4D;
    private readonly Stream stream;
    private readonly string name;
    private readonly byte[] buffer = new byte[1 << 16];
    private int used;

    /// <summary>
    /// Starts a capture of <paramref name="linkType"/> on <paramref name="stream"/>, which the
    /// writer then owns; <paramref name="name"/> stands for it in messages.
    /// </summary>
    /// <exception cref="CaptureException">The stream cannot be written.</exception>
    public PcapWriter(Stream stream, string name, ushort linkType)
    {
        this.stream = stream;
        this.name = name;
        Span<byte> header = stackalloc byte[24];
        header.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(header, MagicNs);
        BinaryPrimitives.WriteUInt16LittleEndian(header[4..], 2);
        BinaryPrimitives.WriteUInt16LittleEndian(header[6..], 4);
        BinaryPrimitives.WriteUInt32LittleEndian(header[16..], CaptureLimits.MaxPacketBytes);
        BinaryPrimitives.WriteUInt32LittleEndian(header[20..], linkType);
        Put(header);
    }

    /// <summary>Packets written.</summary>
    public long Packets { get; private set; }

    /// <summary>Creates or overwrites the capture at <paramref name="path"/>.</summary>
    /// <exception cref="CaptureException">The file cannot be written.</exception>
    public static PcapWriter Create(string path, ushort linkType)
    {
        try
        {
            var stream = new FileStream(path, FileMode.Create, FileAccess.Write,
                FileShare.Read, bufferSize: 0);
            return new PcapWriter(stream, path, linkType);
        }
        catch (Exception e) when (FileTrouble.Is(e))
        {
            throw new CaptureException($"{path}: cannot be written: {FileTrouble.Of(path, e)}", e);
        }
    }

    /// <summary>
    /// Appends <paramref name="frame"/>, stamped <paramref name="timeNs"/> nanoseconds since 1970.
    /// </summary>
    /// <exception cref="CaptureException">
    /// The stamp is after the year 2106, the frame is longer than
    /// <see cref="CaptureLimits.MaxPacketBytes"/>, or the file cannot be written.
    /// </exception>
    public void Write(ulong timeNs, ReadOnlySpan<byte> frame)
    {
        var seconds = timeNs / 1_000_000_000;
        if (seconds > uint.MaxValue)
        {
            throw new CaptureException($"{name}: packet {Packets + 1}: stamp of {timeNs} ns is "
                + "after the year 2106, which a pcap cannot hold");
        }

        if (frame.Length > CaptureLimits.MaxPacketBytes)
        {
            throw new CaptureException($"{name}: packet {Packets + 1} has {frame.Length} bytes; "
                + $"at most {CaptureLimits.MaxPacketBytes} can be written");
        }

        Span<byte> header = stackalloc byte[16];
        BinaryPrimitives.WriteUInt32LittleEndian(header, (uint)seconds);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], (uint)(timeNs % 1_000_000_000));
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], frame.Length);
        BinaryPrimitives.WriteInt32LittleEndian(header[12..], frame.Length);
        Put(header);
        Put(frame);
        Packets++;
    }

    /// <summary>Hands everything written so far to the operating system.</summary>
    /// <exception cref="CaptureException">The file cannot be written.</exception>
    public void Flush()
    {
        try
        {
            Empty();
            stream.Flush();
        }
        catch (IOException e)
        {
            throw new CaptureException(
                $"{name}: cannot be written: {FileTrouble.Words(e.Message)}", e);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="CaptureException">The file cannot be written.</exception>
    public void Dispose()
    {
        try
        {
            Empty();
        }
        catch (IOException e)
        {
            throw new CaptureException(
                $"{name}: cannot be written: {FileTrouble.Words(e.Message)}", e);
        }
        finally
        {
            stream.Dispose();
        }
    }

    private void Put(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length <= buffer.Length - used)
        {
            bytes.CopyTo(buffer.AsSpan(used));
            used += bytes.Length;
            return;
        }

        try
        {
            Empty();
            stream.Write(bytes);
        }
        catch (IOException e)
        {
            throw new CaptureException(
                $"{name}: cannot be written: {FileTrouble.Words(e.Message)}", e);
        }
    }

    /// <summary>Hands the buffer to the stream; what fails once is not tried again.</summary>
    private void Empty()
    {
        var count = used;
        used = 0;
        stream.Write(buffer, 0, count);
    }
}

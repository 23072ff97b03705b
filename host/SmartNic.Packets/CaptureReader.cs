using System.Buffers.Binary;

namespace SmartNic.Packets;

/// <summary>
/// Reads a capture packet by packet, in file order, holding one packet in memory.
/// Formats: pcap (microseconds and nanoseconds) and pcapng, each in both byte orders.
/// </summary>
/// <remarks>
/// A packet that is not whole in the file (snapshot length, truncated file) is an error, or is
/// left out where that is asked for, never a shorter packet: who replays a capture must not send
/// bytes that were never on the wire.
/// Formats: draft-ietf-opsawg-pcap, draft-ietf-opsawg-pcapng.
/// </remarks>
public abstract class CaptureReader : IDisposable
{
    private protected CaptureReader(CaptureInput input) => Input = input;

    /// <summary>Name of the capture in messages: its path as given.</summary>
    public string Name => Input.Name;

    /// <summary>Number of the current packet, from 1; 0 before the first.</summary>
    public long PacketNumber => Input.PacketNumber;

    /// <summary>
    /// Passes over packets that are not whole in the file, cut by the snapshot length or by the
    /// end of the file, and counts them; false, the default, makes them an error. They keep their
    /// numbers. Set before the first <see cref="Next"/>.
    /// </summary>
    public bool SkipsCut
    {
        get => Input.SkipsCut;
        set => Input.SkipsCut = value;
    }

    /// <summary>Packets passed over because they are not whole in the file.</summary>
    public long CutPackets => Input.CutPackets;

    /// <summary>Bytes of the file read so far.</summary>
    public long BytesRead => Input.Offset;

    /// <summary>
    /// Stamp of the current packet in nanoseconds since 1970 UTC; 0 where it has none.
    /// </summary>
    public ulong TimeNs { get; private protected set; }

    /// <summary>False for a packet without a stamp (pcapng Simple Packet Block).</summary>
    public bool HasTime { get; private protected set; }

    /// <summary>Link type of the current packet, see <see cref="LinkTypes"/>.</summary>
    public int LinkType { get; private protected set; }

    /// <summary>
    /// Bytes of the current packet; valid until the next call of <see cref="Next"/>.
    /// </summary>
    public abstract ReadOnlySpan<byte> Frame { get; }

    private protected CaptureInput Input { get; }

    /// <summary>
    /// Opens the capture at <paramref name="path"/>; its format is read from its start.
    /// </summary>
    /// <exception cref="CaptureException">No such file, or it is not a capture.</exception>
    public static CaptureReader Open(string path)
    {
        FileStream stream;
        try
        {
            stream = new FileStream(path, new FileStreamOptions
            {
                Options = FileOptions.SequentialScan,
                BufferSize = 0, // the reader has a buffer of its own
            });
        }
        catch (Exception e) when (FileTrouble.Is(e))
        {
            throw new CaptureException($"{path}: cannot be opened: {FileTrouble.Of(path, e)}", e);
        }

        return Open(stream, path);
    }

    /// <summary>
    /// Reads the capture in <paramref name="stream"/>, which the reader then owns;
    /// <paramref name="name"/> stands for it in messages.
    /// </summary>
    /// <exception cref="CaptureException">It is not a capture.</exception>
    public static CaptureReader Open(Stream stream, string name)
    {
        var input = new CaptureInput(stream, name);
        try
        {
            return Open(input);
        }
        catch
        {
            input.Dispose();
            throw;
        }
    }

    /// <summary>Goes to the next packet; false at the end of the capture.</summary>
    /// <exception cref="CaptureException">The file is damaged, or a packet is cut.</exception>
    public abstract bool Next();

    /// <inheritdoc/>
    public void Dispose()
    {
        Input.Dispose();
        GC.SuppressFinalize(this);
    }

    private static CaptureReader Open(CaptureInput input)
    {
        Span<byte> magic = stackalloc byte[4];
        if (!input.TryRead(magic, "the magic number of a capture"))
        {
            throw input.Error(0, "the file is empty; expected a pcap or pcapng capture");
        }

        return BinaryPrimitives.ReadUInt32BigEndian(magic) switch
        {
            0xA1B2C3D4 => new PcapReader(input, bigEndian: true, unitNs: 1000),
            0xD4C3B2A1 => new PcapReader(input, bigEndian: false, unitNs: 1000),
            0xA1B23C4D => new PcapReader(input, bigEndian: true, unitNs: 1),
            0x4D3CB2A1 => new PcapReader(input, bigEndian: false, unitNs: 1),
            PcapngReader.SectionHeader => new PcapngReader(input),
            var other => throw input.Error(0, Unknown(other)),
        };
    }

    private static string Unknown(uint magic) => magic switch
    {
        _ when magic >> 16 == 0x1F8B => "the file is compressed by gzip; unpack it first (gunzip)",
        0x28B52FFD => "the file is compressed by zstd; unpack it first (unzstd)",
        _ => $"not a capture: it starts with 0x{magic:X8}; expected pcap (0xA1B2C3D4, "
            + "0xA1B23C4D, either byte order) or pcapng (0x0A0D0D0A)",
    };
}

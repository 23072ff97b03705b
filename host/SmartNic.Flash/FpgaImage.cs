using SmartNic.Flash.Images;

namespace SmartNic.Flash;

/// <summary>A bitstream file, read and checked as far as it tells about itself.</summary>
/// <param name="Path">File it came from.</param>
/// <param name="Design">Name of the design; null where the format has none.</param>
/// <param name="Part">Part that it was built for, as <c>xcu50-fsvh2104-2-e</c>; null where the
/// format has none.</param>
/// <param name="Built">Date and time in the file's words; null where the format has none.</param>
/// <param name="Payload">Configuration data, in the order of a .bin file.</param>
/// <param name="Format">What it was: bit, bin or mcs; compressed or not.</param>
/// <param name="IdCode">JTAG id code of the FPGA that the configuration data ask for; null where
/// they do not.</param>
/// <param name="LoadAddress">Where in the flash the file wants to be; 0 where it does not say.
/// </param>
public sealed record FpgaImage(
    string Path,
    string? Design,
    string? Part,
    string? Built,
    ReadOnlyMemory<byte> Payload,
    string Format = "bin",
    uint? IdCode = null,
    long LoadAddress = 0)
{
    /// <summary>The most bytes that an image may have; the largest FPGA needs less.</summary>
    public const int MaxBytes = 256 << 20;

    /// <summary>Reads a .bit, .bin or .mcs file, each also compressed by gzip.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ImageException">It is not what its name says, damaged, or no bitstream;
    /// the message has the line or the offset, and what was expected.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static FpgaImage Load(string path)
    {
        var (bytes, isCompressed) = ImageFile.Read(path);
        var name = isCompressed && path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
            ? path[..^3] : path;
        var image = System.IO.Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".mcs" or ".hex" => IntelHex.Parse(path, bytes),
            ".bit" => BitFile.Parse(path, bytes),
            _ when BitFile.Is(bytes) => BitFile.Parse(path, bytes),
            _ when bytes.Length > 0 && bytes[0] == ':' => IntelHex.Parse(path, bytes),
            _ => new FpgaImage(path, null, null, null, bytes),
        };
        return Check(isCompressed ? image with { Format = image.Format + ", gzip" } : image);
    }

    /// <summary>Finds the synchronisation word, in whatever order, and reads the packets.</summary>
    private static FpgaImage Check(FpgaImage image)
    {
        var payload = ByteOrder.Normalise(image.Path, image.Payload);
        var packets = ConfigurationPackets.Walk(payload.Span);
        if (packets.TruncatedAt is { } at)
        {
            throw CutShort(image.Path, payload.Length,
                $"within the packet at offset 0x{at:X} that has {packets.MissingBytes} bytes more");
        }

        return !packets.IsWhole || packets.HasEnd
            ? image with { Payload = payload, IdCode = packets.IdCode }
            : throw CutShort(image.Path, payload.Length, "before the DESYNC command");
    }

    private static ImageException CutShort(string path, int bytes, string where) => new(
        $"{path}: configuration data end after {bytes} bytes, {where}: it was cut short",
        "copy or build it again");
}

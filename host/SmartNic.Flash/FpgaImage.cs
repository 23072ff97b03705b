namespace SmartNic.Flash;

/// <summary>A bitstream file, read and checked as far as it tells about itself.</summary>
/// <param name="Path">File it came from.</param>
/// <param name="Design">Name of the design; null where the format has none.</param>
/// <param name="Part">Part that it was built for, as <c>xcu50-fsvh2104-2-e</c>; null where the
/// format has none.</param>
/// <param name="Built">Date and time in the file's words; null where the format has none.</param>
/// <param name="Payload">Configuration data, in the order of a .bin file.</param>
public sealed record FpgaImage(
    string Path, string? Design, string? Part, string? Built, ReadOnlyMemory<byte> Payload);

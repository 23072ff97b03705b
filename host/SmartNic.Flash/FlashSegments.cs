using System.Globalization;

namespace SmartNic.Flash;

/// <summary>A part of the memory that holds one image.</summary>
/// <param name="Index">Its number.</param>
/// <param name="Start">First byte.</param>
/// <param name="Bytes">Bytes.</param>
public sealed record FlashSegment(int Index, long Start, long Bytes);

/// <summary>
/// How the memory is divided, as the FORMAT register of Corundum's flash blocks v0x200 says:
/// number of segments in bits 3:0, default 7:4, fallback 11:8, bytes of segment 0 / 4096 in 31:12
/// (0: all are equal).
/// </summary>
/// <param name="All">The segments.</param>
/// <param name="Default">The one that the FPGA boots.</param>
/// <param name="Fallback">The one it boots when the default cannot be loaded; null for none.
/// </param>
public sealed record FlashSegments(
    IReadOnlyList<FlashSegment> All, FlashSegment Default, FlashSegment? Fallback)
{
    /// <summary>Reads the register.</summary>
    /// <param name="format">Its value.</param>
    /// <param name="sizeBytes">Bytes of the whole memory.</param>
    /// <exception cref="FlashException">It makes no sense.</exception>
    public static FlashSegments Of(uint format, long sizeBytes)
    {
        var (count, start, fallback) =
            ((int)Math.Max(format & 0xF, 1), (int)(format >> 4) & 0xF, (int)(format >> 8) & 0xF);
        long first = format & 0xFFFF_F000;
        var segments = new List<FlashSegment>();
        var isUneven = first != 0 && count == 2;
        var each = sizeBytes / count;
        for (var i = 0; i < count; i++)
        {
            segments.Add(!isUneven ? new FlashSegment(i, i * each, each)
                : i == 0 ? new FlashSegment(0, 0, first)
                : new FlashSegment(1, first, sizeBytes - first));
        }

        var wrong = count is not (1 or 2 or 4 or 8) ? $"{count} segments; known are 1, 2, 4 and 8"
            : start >= count ? $"segment {start} is the default, but there are {count}"
            : isUneven && first >= sizeBytes ? $"segment 0 has {first} bytes"
            : count > 2 && first != 0 && first != each ? $"{count} segments, the first of {first} "
                + "bytes"
            : null;
        return wrong is null
            ? new FlashSegments(segments, segments[start],
                fallback == start || fallback >= count ? null : segments[fallback])
            : throw new FlashException(string.Create(CultureInfo.InvariantCulture,
                $"FORMAT register 0x{format:X8} of a flash with {sizeBytes} bytes: {wrong}"),
                "is the bitstream a Corundum of December 2023 or compatible?");
    }
}

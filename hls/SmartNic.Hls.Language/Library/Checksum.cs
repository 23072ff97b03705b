namespace SmartNic.Hls.Language;

/// <summary>
/// Internet checksums (RFC 1071) and their incremental update (RFC 1624), for kernels and natively
/// alike. Sums are trees: in hardware a few additions deep.
/// </summary>
public static class Checksum
{
    /// <summary>Ones' complement sum of an IPv4 header of 5..15 words; 0xFFFF when right.</summary>
    /// <param name="w">A window at the header.</param>
    /// <param name="words">Length of the header in words of 32 bits.</param>
    public static uint Ipv4(Window w, int words)
    {
        ulong a = ((ulong)w.U32(0) + w.U32(4)) + ((ulong)w.U32(8) + w.U32(12));
        ulong b = (w.U32(16) + Option(w, 5, words)) + (Option(w, 6, words) + Option(w, 7, words));
        ulong c = (Option(w, 8, words) + Option(w, 9, words))
            + (Option(w, 10, words) + Option(w, 11, words));
        ulong d = (Option(w, 12, words) + Option(w, 13, words)) + Option(w, 14, words);
        return Fold((a + b) + (c + d));
    }

    /// <summary>Ones' complement sum of 40 bytes: an IPv6 header, or a TCP pseudo header and
    /// header.</summary>
    /// <param name="w">A window at the first byte.</param>
    public static uint Sum40(Window w)
    {
        ulong a = ((ulong)w.U32(0) + w.U32(4)) + ((ulong)w.U32(8) + w.U32(12));
        ulong b = ((ulong)w.U32(16) + w.U32(20)) + ((ulong)w.U32(24) + w.U32(28));
        return Fold((a + b) + ((ulong)w.U32(32) + w.U32(36)));
    }

    /// <summary>Folds a sum of fewer than 32 words of 32 bits to 16 bits.</summary>
    public static uint Fold(ulong sum)
    {
        uint s = (uint)(sum & 0xFFFF) + (uint)((sum >> 16) & 0xFFFF) + (uint)(sum >> 32);
        s = (s & 0xFFFF) + (s >> 16);
        return (s & 0xFFFF) + (s >> 16);
    }

    /// <summary>The checksum field after 16 covered bits changed (RFC 1624 equation 3).</summary>
    /// <param name="checksum">The field before: HC.</param>
    /// <param name="before">The covered bits before: m.</param>
    /// <param name="after">The covered bits after: m'.</param>
    public static ushort Update(ushort checksum, ushort before, ushort after)
    {
        uint s = (uint)(ushort)~checksum + (ushort)~before + after;
        s = (s & 0xFFFF) + (s >> 16);
        return (ushort)~((s & 0xFFFF) + (s >> 16));
    }

    /// <summary>The checksum field after 32 covered bits changed (RFC 1624 equation 3).</summary>
    /// <param name="checksum">The field before.</param>
    /// <param name="before">The covered bits before, 16-bit aligned in the covered data.</param>
    /// <param name="after">The covered bits after.</param>
    public static ushort Update(ushort checksum, uint before, uint after)
    {
        uint old = (~before >> 16) + (~before & 0xFFFF);
        uint now = (after >> 16) + (after & 0xFFFF);
        uint s = (old + now) + (ushort)~checksum;
        s = (s & 0xFFFF) + (s >> 16);
        return (ushort)~((s & 0xFFFF) + (s >> 16));
    }

    /// <summary>A word of the header, or 0 behind its end.</summary>
    static ulong Option(Window w, int i, int words) => i < words ? w.U32(4 * i) : 0;
}

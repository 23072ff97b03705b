using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>Internet checksums (RFC 1071).</summary>
public static class Checksum
{
    /// <summary>Ones' complement sum of an IPv4 header of 5..15 words; 0xFFFF when right.</summary>
    public static uint Ipv4(Window w, int words)
    {
        // A tree: in hardware four sums deep instead of fourteen.
        ulong a = ((ulong)w.U32(0) + w.U32(4)) + ((ulong)w.U32(8) + w.U32(12));
        ulong b = (w.U32(16) + Option(w, 5, words)) + (Option(w, 6, words) + Option(w, 7, words));
        ulong c = (Option(w, 8, words) + Option(w, 9, words))
            + (Option(w, 10, words) + Option(w, 11, words));
        ulong d = (Option(w, 12, words) + Option(w, 13, words)) + Option(w, 14, words);
        return Fold((a + b) + (c + d));
    }

    /// <summary>Folds a sum of fewer than 32 words of 32 bits to 16 bits.</summary>
    public static uint Fold(ulong sum)
    {
        uint s = (uint)(sum & 0xFFFF) + (uint)((sum >> 16) & 0xFFFF) + (uint)(sum >> 32);
        s = (s & 0xFFFF) + (s >> 16);
        return (s & 0xFFFF) + (s >> 16);
    }

    /// <summary>A word of the header, or 0 behind its end.</summary>
    static ulong Option(Window w, int i, int words) => i < words ? w.U32(4 * i) : 0;
}

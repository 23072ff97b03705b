using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>Internet checksums (RFC 1071).</summary>
public static class Checksum
{
    /// <summary>Ones' complement sum of an IPv4 header of 5..15 words; 0xFFFF when right.</summary>
    public static uint Ipv4(Window w, int words)
    {
        ulong sum = 0;
        for (int i = 0; i < 15; i++)
        {
            if (i < words)
            {
                sum += w.U32(4 * i);
            }
        }

        return Fold(sum);
    }

    /// <summary>Folds a sum of fewer than 32 words of 32 bits to 16 bits.</summary>
    public static uint Fold(ulong sum)
    {
        uint s = (uint)(sum & 0xFFFF) + (uint)((sum >> 16) & 0xFFFF) + (uint)(sum >> 32);
        s = (s & 0xFFFF) + (s >> 16);
        return (s & 0xFFFF) + (s >> 16);
    }
}

using SmartNic.Hls.Language;

namespace SmartNic.Examples;

/// <summary>64 bytes of a frame; byte 0 is the lowest byte of the first word.</summary>
public struct Beat
{
    /// <summary>Bytes 0 to 7.</summary>
    public ulong W0;

    /// <summary>Bytes 8 to 15.</summary>
    public ulong W1;

    /// <summary>Bytes 16 to 23.</summary>
    public ulong W2;

    /// <summary>Bytes 24 to 31.</summary>
    public ulong W3;

    /// <summary>Bytes 32 to 39.</summary>
    public ulong W4;

    /// <summary>Bytes 40 to 47.</summary>
    public ulong W5;

    /// <summary>Bytes 48 to 55.</summary>
    public ulong W6;

    /// <summary>Bytes 56 to 63.</summary>
    public ulong W7;
}

/// <summary>
/// CRC-32 of Ethernet (IEEE 802.3, clause 3.2.9) over a beat of 64 bytes. Bit by bit, as the
/// standard writes it, the least significant bit of each byte first.
/// </summary>
public static class Crc32
{
    /// <summary>The polynomial, its bits mirrored.</summary>
    const uint Polynomial = 0xEDB88320;

    /// <summary>CRC after the beat.</summary>
    /// <param name="crc">CRC so far; 0 at the start of a frame.</param>
    /// <param name="beat">The next 64 bytes.</param>
    [Kernel("snic_crc32")]
    public static uint Run(uint crc, Beat beat)
    {
        uint x = ~crc;
        x = Next(x, beat.W0);
        x = Next(x, beat.W1);
        x = Next(x, beat.W2);
        x = Next(x, beat.W3);
        x = Next(x, beat.W4);
        x = Next(x, beat.W5);
        x = Next(x, beat.W6);
        x = Next(x, beat.W7);
        return ~x;
    }

    static uint Next(uint x, ulong word)
    {
        for (int i = 0; i < 64; i++)
        {
            bool odd = ((x ^ (uint)(word >> i)) & 1) != 0;
            x = (x >> 1) ^ (odd ? Polynomial : 0);
        }

        return x;
    }
}

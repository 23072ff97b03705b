using SmartNic.Hls.Language;

public static class Linear
{
    // Sums over GF(2) in the forms that people write: a shift register, a choice between two
    // values that differ by a constant, a mask; and a term that is not linear.
    [Kernel("snic_linear")]
    public static (ushort Crc, uint Hash) Run(ulong data, byte a, byte b)
    {
        ushort crc = 0xFFFF;
        for (int i = 63; i >= 0; i--)
        {
            bool odd = ((crc >> 15) ^ (int)((data >> i) & 1)) != 0;
            crc = odd ? (ushort)((crc << 1) ^ 0x1021) : (ushort)(crc << 1);
        }

        uint hash = 0;
        for (int i = 0; i < 32; i++)
        {
            hash ^= ((data >> i) & 1) != 0 ? 0x6d5a56dau << (i & 7) : 0x0f0f0f0fu >> (i & 3);
        }

        return (crc, hash ^ (uint)(a + b) ^ ((a & b) != 0 ? 0x80000001u : 0));
    }
}

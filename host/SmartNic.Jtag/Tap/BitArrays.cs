namespace SmartNic.Jtag.Tap;

/// <summary>Bits in bytes, least significant first.</summary>
internal static class BitArrays
{
    public static int BytesFor(long bits) => checked((int)((bits + 7) / 8));

    public static bool Get(ReadOnlySpan<byte> bits, long index) =>
        ((bits[(int)(index >> 3)] >> (int)(index & 7)) & 1) != 0;

    public static void Set(Span<byte> bits, long index, bool value)
    {
        byte mask = (byte)(1 << (int)(index & 7));
        ref byte at = ref bits[(int)(index >> 3)];
        at = value ? (byte)(at | mask) : (byte)(at & ~mask);
    }

    /// <summary>Copies bits to another place.</summary>
    public static void Copy(
        ReadOnlySpan<byte> from, long fromIndex, Span<byte> to, long toIndex, long count)
    {
        if ((fromIndex & 7) == 0 && (toIndex & 7) == 0)
        {
            int whole = (int)(count >> 3);
            from.Slice((int)(fromIndex >> 3), whole).CopyTo(to[(int)(toIndex >> 3)..]);
            long done = (long)whole << 3;
            (fromIndex, toIndex, count) = (fromIndex + done, toIndex + done, count - done);
        }

        for (long i = 0; i < count; i++)
        {
            Set(to, toIndex + i, Get(from, fromIndex + i));
        }
    }

    /// <summary>The number that some bits are.</summary>
    public static uint Number(ReadOnlySpan<byte> bits, long index, int count)
    {
        uint value = 0;
        for (int i = 0; i < count; i++)
        {
            value |= Get(bits, index + i) ? 1u << i : 0;
        }

        return value;
    }

    /// <summary>The bits of a number.</summary>
    public static void SetNumber(Span<byte> bits, long index, int count, uint value)
    {
        for (int i = 0; i < count; i++)
        {
            Set(bits, index + i, ((value >> i) & 1) != 0);
        }
    }
}

namespace SmartNic.Flash;

/// <summary>Order of bits in a byte.</summary>
internal static class BitOrder
{
    private static readonly byte[] Reversed = [.. Enumerable.Range(0, 256).Select(Compute)];

    /// <summary>The byte with its bits in the other order.</summary>
    public static byte Reverse(byte value) => Reversed[value];

    /// <summary>Does it to all bytes.</summary>
    public static void Reverse(Span<byte> bytes)
    {
        foreach (ref var value in bytes)
        {
            value = Reversed[value];
        }
    }

    private static byte Compute(int value)
    {
        var result = 0;
        for (var bit = 0; bit < 8; bit++)
        {
            result |= ((value >> bit) & 1) << (7 - bit);
        }

        return (byte)result;
    }
}

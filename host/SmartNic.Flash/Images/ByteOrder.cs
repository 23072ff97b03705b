namespace SmartNic.Flash.Images;

/// <summary>
/// Order of bytes and bits of configuration data. A .bin file has the synchronisation word AA 99
/// 55 66 near its start; a memory file written for a 16-bit parallel flash has the bits of each
/// byte in the other order, and may have the bytes of each word swapped (UG570).
/// </summary>
internal static class ByteOrder
{
    // Bus width detection and padding come first, some 80 bytes; a memory file may have more.
    private const int Within = 64 << 10;

    /// <summary>The data in the order of a .bin file.</summary>
    /// <exception cref="ImageException">There is no synchronisation word.</exception>
    public static ReadOnlyMemory<byte> Normalise(string path, ReadOnlyMemory<byte> data)
    {
        var head = data.Span[..Math.Min(Within, data.Length)];
        var plain = head.IndexOf(ConfigurationPackets.Sync);
        var reversed = head.IndexOf<byte>([0x55, 0x99, 0xAA, 0x66]);
        var swapped = head.IndexOf<byte>([0x99, 0x55, 0x66, 0xAA]);
        if (plain < 0 && reversed < 0 && swapped < 0)
        {
            throw new ImageException($"{path}: no bitstream: the synchronisation word AA 99 55 66 "
                + $"is not within its first {Math.Min(Within, data.Length)} bytes of data, nor in "
                + "the order of a 16-bit parallel flash");
        }

        if (plain >= 0 && (reversed < 0 || plain < reversed) && (swapped < 0 || plain < swapped))
        {
            return data;
        }

        var copy = data.ToArray();
        BitOrder.Reverse(copy);
        if (reversed < 0 || (swapped >= 0 && swapped < reversed))
        {
            for (var i = 0; i + 1 < copy.Length; i += 2)
            {
                (copy[i], copy[i + 1]) = (copy[i + 1], copy[i]);
            }
        }

        return copy;
    }
}

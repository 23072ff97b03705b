namespace SmartNic.Flash.Images;

/// <summary>
/// How an image lies in two QSPI chips that are read side by side (SPI x8, UG570): the first bytes
/// are read from the primary chip alone and tell the FPGA to go on with both; then each pair of
/// bytes is a byte of each chip, the low halves in the primary, the high ones in the secondary.
/// </summary>
internal static class DualQspi
{
    /// <summary>Bytes that the primary chip has alone; the second synchronisation word comes 8
    /// bytes later.</summary>
    public const int HeadBytes = 0x68;

    private const int SecondSync = 0x70;

    /// <summary>Contents of both chips.</summary>
    /// <exception cref="ImageException">It was not built for two chips.</exception>
    public static byte[][] Split(string path, ReadOnlySpan<byte> payload)
    {
        if (payload.Length < SecondSync + 4
            || !payload.Slice(SecondSync, 4).SequenceEqual(ConfigurationPackets.Sync))
        {
            throw new ImageException(
                $"{path}: offset 0x{SecondSync:X}: no second synchronisation word: it was not "
                + "built for two QSPI chips, which this board has",
                "set BITSTREAM.CONFIG.SPI_BUSWIDTH 8 and build it again");
        }

        var bytes = HeadBytes + ((payload.Length - HeadBytes + 1) / 2);
        var (primary, secondary) = (Blank(bytes), Blank(bytes));
        payload[..HeadBytes].CopyTo(primary);
        for (var i = HeadBytes; i < bytes; i++)
        {
            var at = HeadBytes + (2 * (i - HeadBytes));
            var (first, second) =
                (payload[at], at + 1 < payload.Length ? payload[at + 1] : (byte)0xFF);
            primary[i] = (byte)((first << 4) | (second & 0x0F));
            secondary[i] = (byte)((first & 0xF0) | (second >> 4));
        }

        return [primary, secondary];
    }

    /// <summary>The image that two chips hold.</summary>
    public static byte[] Join(ReadOnlySpan<byte> primary, ReadOnlySpan<byte> secondary)
    {
        var payload = new byte[HeadBytes + (2 * (primary.Length - HeadBytes))];
        primary[..HeadBytes].CopyTo(payload);
        for (var i = HeadBytes; i < primary.Length; i++)
        {
            var at = HeadBytes + (2 * (i - HeadBytes));
            payload[at] = (byte)((primary[i] >> 4) | (secondary[i] & 0xF0));
            payload[at + 1] = (byte)((primary[i] & 0x0F) | (secondary[i] << 4));
        }

        return payload;
    }

    private static byte[] Blank(int bytes)
    {
        var data = new byte[bytes];
        Array.Fill(data, (byte)0xFF);
        return data;
    }
}

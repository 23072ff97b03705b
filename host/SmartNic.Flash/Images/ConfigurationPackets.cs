using System.Buffers.Binary;

namespace SmartNic.Flash.Images;

/// <summary>
/// What the packets of a bitstream say (UG570, "Configuration packets"): after the synchronisation
/// word, 32-bit big-endian words; type 1 names a register and up to 2047 words, type 2 gives the
/// register of the packet before up to 2^27 words.
/// </summary>
/// <param name="IdCode">What is written to the IDCODE register; null when nothing is.</param>
/// <param name="IsEncrypted">Whether what follows can only be read by the FPGA.</param>
/// <param name="HasEnd">Whether there is a DESYNC command.</param>
/// <param name="IsWhole">Whether every word up to the end of the data was a packet's.</param>
/// <param name="TruncatedAt">Offset of a packet that ends behind the data; null for none.</param>
/// <param name="MissingBytes">Bytes that it lacks.</param>
internal sealed record ConfigurationPackets(
    uint? IdCode, bool IsEncrypted, bool HasEnd, bool IsWhole, long? TruncatedAt, long MissingBytes)
{
    private const uint SyncWord = 0xAA99_5566;
    private const uint Dummy = 0xFFFF_FFFF;
    private const uint CommandRegister = 4;
    private const uint CipherRegister = 0xB;
    private const uint IdCodeRegister = 0xC;
    private const uint DesyncCommand = 0xD;

    /// <summary>Synchronisation word, as it is in a .bin file.</summary>
    public static ReadOnlySpan<byte> Sync => [0xAA, 0x99, 0x55, 0x66];

    /// <summary>Reads the packets from the first synchronisation word on.</summary>
    public static ConfigurationPackets Walk(ReadOnlySpan<byte> data)
    {
        var start = data.IndexOf(Sync);
        var result = new ConfigurationPackets(null, false, false, false, null, 0);
        if (start < 0)
        {
            return result;
        }

        uint register = 0;
        for (long at = start + 4; at + 4 <= data.Length;)
        {
            var word = BinaryPrimitives.ReadUInt32BigEndian(data[(int)at..]);
            var body = at + 4;
            if (word is Dummy or 0 or SyncWord)
            {
                at = body;
                continue;
            }

            uint words;
            switch (word >> 29)
            {
                case 1:
                    register = (word >> 13) & 0x1F;
                    words = word & 0x7FF;
                    break;
                case 2:
                    words = word & 0x7FF_FFFF;
                    break;
                default:
                    // Not a packet: nothing can be said of what follows.
                    return result;
            }

            // Only writes carry data.
            words = ((word >> 27) & 3) == 2 ? words : 0;
            var end = body + (4L * words);
            if (end > data.Length)
            {
                return result with { TruncatedAt = at, MissingBytes = end - data.Length };
            }

            if (words == 1)
            {
                var value = BinaryPrimitives.ReadUInt32BigEndian(data[(int)body..]);
                result = register switch
                {
                    IdCodeRegister when result.IdCode is null => result with { IdCode = value },
                    CommandRegister when value == DesyncCommand => result with { HasEnd = true },
                    _ => result,
                };
            }

            if (register == CipherRegister && words > 0)
            {
                return result with { IsEncrypted = true };
            }

            at = end;
        }

        return result with { IsWhole = true };
    }
}

using System.Buffers.Binary;
using SmartNic.Testing;

namespace SmartNic.Flash.Tests;

/// <summary>What an FPGA does with a segment.</summary>
internal enum BootResult
{
    /// <summary>Configures itself.</summary>
    Boots,

    /// <summary>Sees an error that makes it load the fallback image (UG570, "Fallback MultiBoot"):
    /// no synchronisation word before the watchdog ends, another IDCODE, a wrong CRC.</summary>
    FallsBack,

    /// <summary>Stands still: a broken packet stops configuration without an error (AMD answer
    /// record 58249), as does an end of data that never comes.</summary>
    Hangs,
}

/// <summary>The configuration logic as far as it decides what boots.</summary>
internal static class BootModel
{
    /// <summary>Loads a segment, in the order of a .bin file.</summary>
    public static BootResult Boot(ReadOnlySpan<byte> segment, uint idCode)
    {
        var start = segment.IndexOf<byte>([0xAA, 0x99, 0x55, 0x66]);
        if (start < 0)
        {
            return BootResult.FallsBack;
        }

        var crc = new ConfigurationCrc();
        var isIdentified = false;
        var isChecked = false;
        uint register = 0;
        for (var at = start + 4; at + 4 <= segment.Length;)
        {
            var header = BinaryPrimitives.ReadUInt32BigEndian(segment[at..]);
            at += 4;
            if (header is 0xFFFF_FFFF or 0xAA99_5566)
            {
                continue;
            }

            uint words;
            switch (header >> 29)
            {
                case 1 when (header & 0x0780_1800) == 0 && ((header >> 27) & 3) is 0 or 2:
                    register = (header >> 13) & 0x1F;
                    words = ((header >> 27) & 3) == 2 ? header & 0x7FF : 0;
                    break;
                case 2:
                    words = header & 0x7FF_FFFF;
                    break;
                default:
                    return BootResult.Hangs;
            }

            for (; words > 0; words--, at += 4)
            {
                if (at + 4 > segment.Length)
                {
                    return BootResult.Hangs;
                }

                var word = BinaryPrimitives.ReadUInt32BigEndian(segment[at..]);
                switch (register)
                {
                    case 0:
                        if (word != crc.Value)
                        {
                            return BootResult.FallsBack;
                        }

                        isChecked = true;
                        break;
                    case 4 when word == 7:
                        crc.Reset();
                        break;
                    case 4 when word == 0xD:
                        return isIdentified && isChecked ? BootResult.Boots : BootResult.Hangs;
                    case 0xC when word != idCode:
                        return BootResult.FallsBack;
                    case 0xC:
                        isIdentified = true;
                        crc.Add(register, word);
                        break;
                    case 4 when isChecked:
                        break;
                    default:
                        crc.Add(register, word);
                        break;
                }
            }
        }

        return BootResult.Hangs;
    }
}

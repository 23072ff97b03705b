using System.Buffers;
using System.Globalization;
using SmartNic.Features.Fields;
using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>Numbers with a unit.</summary>
internal static class Quantities
{
    private static readonly SearchValues<char> NumberCharacters =
        SearchValues.Create("0123456789.");

    /// <summary>A rate with its unit, or unlimited.</summary>
    public static bool TryRate(string text, out BitRate rate)
    {
        rate = BitRate.Unlimited;
        if (text == "unlimited")
        {
            return true;
        }

        if (TryPackets(text, "packet/s", out var packets))
        {
            rate = new BitRate(packets * BitRate.BitsPerPacket, InPackets: true);
            return rate.BitsPerSecond is >= BitRate.MinBitsPerSecond and <= BitRate
                .MaxBitsPerSecond;
        }

        if (!TryBits(text, out var bits)
            || bits is < BitRate.MinBitsPerSecond or > BitRate.MaxBitsPerSecond
            || bits != decimal.Truncate(bits))
        {
            return false;
        }

        rate = new BitRate((ulong)bits);
        return true;
    }

    /// <summary>Bits per second of a number with a unit; whatever it is, also a fraction.</summary>
    public static bool TryBits(string text, out decimal bits)
    {
        bits = 0;
        var factor = !TrySplit(text, out var digits, out var unit) ? 0m : unit switch
        {
            "kbit/s" => 1_000m,
            "Mbit/s" => 1_000_000m,
            "Gbit/s" => 1_000_000_000m,
            _ => 0m,
        };
        var whole = digits.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot
            ? digits[..dot] : digits;
        if (factor == 0 || digits.EndsWith('.') || (whole.Length > 1 && whole[0] == '0')
            || !decimal.TryParse(
                digits,
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var number)
            || number > BitRate.MaxBitsPerSecond)
        {
            return false;
        }

        bits = number * factor;
        return true;
    }

    /// <summary>
    /// Sizes beyond 64 bits are read as the largest one: the bound of the key refuses them.
    /// </summary>
    public static bool TrySize(string text, out ulong bytes)
    {
        bytes = 0;
        if (TryPackets(text, "packet", out var packets))
        {
            bytes = packets * MeterLength.PacketBytes;
            return true;
        }

        if (!TrySplit(text, out var digits, out var unit) || unit is not ("B" or "KiB" or "MiB")
            || !digits.All(char.IsAsciiDigit) || digits[0] == '0')
        {
            return false;
        }

        // At most 24 digits, so neither the number nor its shift leaves 128 bits.
        var number = UInt128.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture)
            << unit switch { "KiB" => 10, "MiB" => 20, _ => 0 };
        bytes = number > ulong.MaxValue ? ulong.MaxValue : (ulong)number;
        return true;
    }

    /// <summary>Packets, at least one, with a unit; up to 32 bits.</summary>
    public static bool TryPackets(string text, string unit, out ulong packets)
    {
        var isPackets = TrySplit(text, out var digits, out var its) && its == unit;
        packets = isPackets && Types.TryDigits(digits, out var number) ? number : 0;
        return packets > 0;
    }

    /// <summary>Splits a number and a unit, with at most one space between.</summary>
    private static bool TrySplit(string text, out string digits, out string unit)
    {
        var end = text.AsSpan().IndexOfAnyExcept(NumberCharacters);
        digits = end < 0 ? text : text[..end];
        unit = end < 0 ? "" : text[end..];
        unit = unit.StartsWith(' ') ? unit[1..] : unit;
        return digits.Length is > 0 and <= 24 && digits[0] != '.' && unit.Length > 0;
    }
}

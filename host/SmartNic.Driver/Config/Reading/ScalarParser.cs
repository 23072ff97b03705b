using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace SmartNic.Driver.Reading;

/// <summary>
/// How the text of a value becomes a value, and what a message calls what it expects.
/// </summary>
internal sealed record ScalarParser<T>(string Expected, TryParse<T> TryParse);

/// <summary>Parses text; false when it is not of the form.</summary>
internal delegate bool TryParse<T>(string text, out T value);

/// <summary>The parsers of the format.</summary>
internal static class Scalars
{
    /// <summary>Longest name.</summary>
    public const int MaxNameLength = 63;

    private static readonly SearchValues<char> NumberCharacters =
        SearchValues.Create("0123456789.");

    /// <summary>A name of a tenant, endpoint or remote.</summary>
    public static ScalarParser<string> Name { get; } = new(
        $"a name of a-z, 0-9 and -, up to {MaxNameLength} characters",
        (string text, out string value) =>
        {
            value = text;
            return text.Length is > 0 and <= MaxNameLength
                && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
        });

    /// <summary>What happens when a table is full.</summary>
    public static ScalarParser<OnFull> OnFull { get; } = new(
        "refuse or skip_tenant",
        (string text, out OnFull value) =>
        {
            value = text == "skip_tenant" ? Driver.OnFull.SkipTenant : Driver.OnFull.Refuse;
            return text is "refuse" or "skip_tenant";
        });

    /// <summary>A unicast IPv4 address.</summary>
    public static ScalarParser<IPAddress> UnicastIPv4 { get; } = new(
        "a unicast IPv4 address such as 192.0.2.1",
        (string text, out IPAddress value) =>
            TryIPv4(text, out value) && value.GetAddressBytes()[0] is > 0 and < 224);

    /// <summary>A unicast IPv6 address.</summary>
    public static ScalarParser<IPAddress> UnicastIPv6 { get; } = new(
        "a unicast IPv6 address such as \"2001:db8::1\"",
        (string text, out IPAddress value) => TryIPv6(text, out value)
            && !value.IsIPv6Multicast && !value.Equals(IPAddress.IPv6None));

    /// <summary>A unicast address of either version.</summary>
    public static ScalarParser<IPAddress> UnicastIP { get; } = new(
        "a unicast IPv4 or IPv6 address such as 192.0.2.1 or \"2001:db8::1\"",
        (string text, out IPAddress value) => UnicastIPv4.TryParse(text, out value)
            || UnicastIPv6.TryParse(text, out value));

    /// <summary>A unicast Ethernet address.</summary>
    public static ScalarParser<MacAddress> UnicastMac { get; } = new(
        "a unicast MAC address such as \"02:00:00:00:00:01\"",
        (string text, out MacAddress value) =>
            MacAddress.TryParse(text, out value) && !value.IsMulticast && value.Value != 0);

    /// <summary>A rate with its unit, or none.</summary>
    public static ScalarParser<BitRate> Rate { get; } = new(
        "a number with kbit/s, Mbit/s or Gbit/s between 64 kbit/s and 100 Gbit/s, or unlimited",
        TryRate);

    /// <summary>A number of bytes with its unit.</summary>
    public static ScalarParser<ulong> Size { get; } = new(
        "a whole number of at least 1 with B, KiB or MiB", TrySize);

    /// <summary>A whole number of a range, in decimal digits.</summary>
    public static ScalarParser<uint> Number(uint least, uint most) => new(
        least == most ? $"{least}" : $"a whole number between {least} and {most}",
        (string text, out uint value) => TryDigits(text, out value)
            && value >= least && value <= most);

    private static bool TryDigits(string text, out uint value)
    {
        value = 0;
        return text.Length > 0 && text.All(char.IsAsciiDigit)
            && (text[0] != '0' || text.Length == 1)
            && uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    private static bool TryIPv4(string text, out IPAddress value)
    {
        value = IPAddress.Any;
        var parts = text.Split('.');
        Span<byte> bytes = stackalloc byte[4];
        if (parts.Length != 4)
        {
            return false;
        }

        for (var i = 0; i < 4; i++)
        {
            if (!TryDigits(parts[i], out var part) || part > 255)
            {
                return false;
            }

            bytes[i] = (byte)part;
        }

        value = new IPAddress(bytes);
        return true;
    }

    private static bool TryIPv6(string text, out IPAddress value)
    {
        value = IPAddress.IPv6None;
        if (text.AsSpan().IndexOfAny("%[]/") >= 0 || !IPAddress.TryParse(text, out var parsed)
            || parsed.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return false;
        }

        value = parsed;
        return true;
    }

    private static bool TryRate(string text, out BitRate rate)
    {
        rate = BitRate.Unlimited;
        if (text == "unlimited")
        {
            return true;
        }

        if (!TrySplit(text, out var digits, out var unit)
            || !decimal.TryParse(
                digits,
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var number))
        {
            return false;
        }

        var factor = unit switch
        {
            "kbit/s" => 1_000m,
            "Mbit/s" => 1_000_000m,
            "Gbit/s" => 1_000_000_000m,
            _ => 0m,
        };
        if (number > BitRate.MaxBitsPerSecond || factor == 0)
        {
            return false;
        }

        var bits = number * factor;
        if (bits is < BitRate.MinBitsPerSecond or > BitRate.MaxBitsPerSecond
            || bits != decimal.Truncate(bits))
        {
            return false;
        }

        rate = new BitRate((ulong)bits);
        return true;
    }

    private static bool TrySize(string text, out ulong bytes)
    {
        bytes = 0;
        if (!TrySplit(text, out var digits, out var unit) || !TryDigits(digits, out var number))
        {
            return false;
        }

        bytes = (ulong)number << unit switch { "B" => 0, "KiB" => 10, "MiB" => 20, _ => 0 };
        return bytes > 0 && unit is "B" or "KiB" or "MiB";
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

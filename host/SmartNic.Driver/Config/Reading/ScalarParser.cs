using System.Globalization;
using System.Net;
using System.Net.Sockets;
using SmartNic.Kernels;

namespace SmartNic.Driver.Reading;

/// <summary>
/// How the text of a value becomes a value, and what a message calls what it expects.
/// </summary>
internal sealed record ScalarParser<T>(string Expected, TryParse<T> TryParse)
{
    /// <summary>Why a text is none, where that is not plain from what is expected.</summary>
    public Func<string, string?>? Why { get; init; }
}

/// <summary>Parses text; false when it is not of the form.</summary>
internal delegate bool TryParse<T>(string text, out T value);

/// <summary>The parsers of the format.</summary>
internal static class Scalars
{
    /// <summary>Longest name.</summary>
    public const int MaxNameLength = 63;

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
            TryIPv4(text, out value) && SpecialAddress.Of(value) is null)
    {
        Why = text => TryIPv4(text, out var value) ? SpecialAddress.Of(value) : null,
    };

    /// <summary>A unicast IPv6 address.</summary>
    public static ScalarParser<IPAddress> UnicastIPv6 { get; } = new(
        "a unicast IPv6 address such as \"2001:db8::1\"",
        (string text, out IPAddress value) =>
            TryIPv6(text, out value) && SpecialAddress.Of(value) is null)
    {
        Why = text => TryIPv6(text, out var value) ? SpecialAddress.Of(value) : null,
    };

    /// <summary>A unicast address of either version.</summary>
    public static ScalarParser<IPAddress> UnicastIP { get; } = new(
        "a unicast IPv4 or IPv6 address such as 192.0.2.1 or \"2001:db8::1\"",
        (string text, out IPAddress value) => UnicastIPv4.TryParse(text, out value)
            || UnicastIPv6.TryParse(text, out value))
    {
        Why = text => UnicastIPv4.Why!(text) ?? UnicastIPv6.Why!(text),
    };

    /// <summary>A unicast Ethernet address.</summary>
    public static ScalarParser<MacAddress> UnicastMac { get; } = new(
        "a unicast MAC address such as \"02:00:00:00:00:01\"",
        (string text, out MacAddress value) =>
            MacAddress.TryParse(text, out value) && !value.IsMulticast && value.Value != 0)
    {
        Why = text => !MacAddress.TryParse(text, out var value) ? null
            : value.IsMulticast ? "a group address (lowest bit of the first octet)"
            : "no card has the address zero",
    };

    /// <summary>What happens to yellow frames.</summary>
    public static ScalarParser<OnYellow> OnYellow { get; } = new(
        "pass, drop, or remark with a DSCP between 0 and 63, such as remark 10", TryOnYellow);

    /// <summary>Where a tenant's frames may come from.</summary>
    public static ScalarParser<TunnelSources> Sources { get; } = new(
        "remotes or any",
        (string text, out TunnelSources value) =>
        {
            value = text == "any" ? TunnelSources.Any : TunnelSources.Remotes;
            return text is "any" or "remotes";
        });

    /// <summary>What happens to inner VLAN tags.</summary>
    public static ScalarParser<InnerVlan> InnerVlan { get; } = new(
        "drop or keep",
        (string text, out InnerVlan value) =>
        {
            value = text == "keep" ? Driver.InnerVlan.Keep : Driver.InnerVlan.Drop;
            return text is "keep" or "drop";
        });

    /// <summary>A rate with its unit, or none.</summary>
    public static ScalarParser<BitRate> Rate { get; } = new(
        "a number with kbit/s, Mbit/s or Gbit/s between 64 kbit/s and 100 Gbit/s, or unlimited",
        Quantities.TryRate)
    {
        Why = text => Quantities.TryBits(text, out var bits) && bits != decimal.Truncate(bits)
            ? "not a whole number of bit/s" : null,
    };

    /// <summary>A number of bytes with its unit.</summary>
    public static ScalarParser<ulong> Size { get; } = new(
        "a whole number of at least 1 with B, KiB or MiB", Quantities.TrySize);

    /// <summary>A whole number of a range, in decimal digits.</summary>
    public static ScalarParser<uint> Number(uint least, uint most) => new(
        least == most ? $"{least}" : $"a whole number between {least} and {most}",
        (string text, out uint value) => TryDigits(text, out value)
            && value >= least && value <= most);

    private static bool TryOnYellow(string text, out OnYellow value)
    {
        const string Remark = "remark ";
        if (text.StartsWith(Remark, StringComparison.Ordinal))
        {
            var good = TryDigits(text[Remark.Length..], out var dscp) && dscp < 64;
            value = new OnYellow(YellowAction.Remark, (byte)(good ? dscp : 0));
            return good;
        }

        value = new OnYellow(text == "drop" ? YellowAction.Drop : YellowAction.Pass);
        return text is "drop" or "pass";
    }

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
}

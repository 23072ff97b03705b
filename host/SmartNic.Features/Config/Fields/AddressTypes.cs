using System.Net;
using System.Net.Sockets;
using SmartNic.Driver;

namespace SmartNic.Features.Fields;

/// <summary>Types of addresses.</summary>
internal static class AddressTypes
{
    /// <summary>A unicast IPv4 address.</summary>
    public static FieldType<IPAddress> UnicastIPv4 { get; } = new(
        "a unicast IPv4 address such as 192.0.2.1",
        (string text, out IPAddress value) =>
            TryIPv4(text, out value) && SpecialAddress.Of(value) is null)
    {
        Why = text => TryIPv4(text, out var value) ? SpecialAddress.Of(value) : null,
        Write = ip => ip.ToString(),
        Schema = """{ "type": "string", "format": "ipv4" }""",
    };

    /// <summary>A unicast IPv6 address.</summary>
    public static FieldType<IPAddress> UnicastIPv6 { get; } = new(
        "a unicast IPv6 address such as \"2001:db8::1\"",
        (string text, out IPAddress value) =>
            TryIPv6(text, out value) && SpecialAddress.Of(value) is null)
    {
        Why = text => TryIPv6(text, out var value) ? SpecialAddress.Of(value) : null,
        Write = ip => $"\"{ip}\"",
        Schema = """{ "type": "string", "format": "ipv6" }""",
    };

    /// <summary>A unicast address of either version.</summary>
    public static FieldType<IPAddress> UnicastIP { get; } = new(
        "a unicast IPv4 or IPv6 address such as 192.0.2.1 or \"2001:db8::1\"",
        (string text, out IPAddress value) => UnicastIPv4.TryParse(text, out value)
            || UnicastIPv6.TryParse(text, out value))
    {
        Why = text => UnicastIPv4.Why!(text) ?? UnicastIPv6.Why!(text),
        Write = ip => $"\"{ip}\"",
        Schema = """
            { "type": "string", "anyOf": [ { "format": "ipv4" }, { "format": "ipv6" } ] }
            """,
    };

    /// <summary>A unicast Ethernet address.</summary>
    public static FieldType<MacAddress> UnicastMac { get; } = new(
        "a unicast MAC address such as \"02:00:00:00:00:01\"",
        (string text, out MacAddress value) =>
            MacAddress.TryParse(text, out value) && !value.IsMulticast && value.Value != 0)
    {
        Why = text => !MacAddress.TryParse(text, out var value) ? null
            : value.IsMulticast ? "a group address (lowest bit of the first octet)"
            : "no card has the address zero",
        Write = mac => $"\"{mac}\"",
        Schema = """
            {
              "type": "string",
              "pattern": "^[0-9A-Fa-f][02468ACEace](:[0-9A-Fa-f]{2}){5}$"
            }
            """,
    };

    /// <summary>Reads any IPv4 address of four decimal numbers.</summary>
    public static bool TryIPv4(string text, out IPAddress value)
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
            if (!Types.TryDigits(parts[i], out var part) || part > 255)
            {
                return false;
            }

            bytes[i] = (byte)part;
        }

        value = new IPAddress(bytes);
        return true;
    }

    /// <summary>Reads any IPv6 address without zone.</summary>
    public static bool TryIPv6(string text, out IPAddress value)
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

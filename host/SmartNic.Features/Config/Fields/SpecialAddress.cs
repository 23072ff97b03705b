using System.Net;
using System.Net.Sockets;

namespace SmartNic.Features.Fields;

/// <summary>
/// Addresses that no tunnel endpoint and no neighbour can have (RFC 6890, RFC 4291 section 2.5).
/// Link-local ones are allowed: tunnels over one link, and neighbours, have them.
/// </summary>
internal static class SpecialAddress
{
    /// <summary>What makes an address unusable; null for an address that a host can have.
    /// </summary>
    public static string? Of(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out var length);
        return address.AddressFamily == AddressFamily.InterNetwork ? OfIPv4(bytes)
            : OfIPv6(bytes[..length]);
    }

    private static string? OfIPv4(ReadOnlySpan<byte> bytes) => bytes[0] switch
    {
        0 => "0.0.0.0/8 is no address of a host",
        127 => "127.0.0.0/8 is the loopback of a host",
        >= 224 and < 240 => "224.0.0.0/4 is for multicast groups",
        255 when bytes[1] == 255 && bytes[2] == 255 && bytes[3] == 255 =>
            "the broadcast address",
        >= 240 => "240.0.0.0/4 is reserved",
        _ => null,
    };

    private static string? OfIPv6(ReadOnlySpan<byte> bytes)
    {
        if (bytes[0] == 0xff)
        {
            return "ff00::/8 is for multicast groups";
        }

        if (bytes[..8].ContainsAnyExcept((byte)0))
        {
            return null;
        }

        return bytes[8..] switch
        {
            [0, 0, 0xff, 0xff, ..] =>
                "::ffff:0:0/96 stands for IPv4 addresses; write the IPv4 address",
            [0, 0, 0, 0, 0, 0, 0, 0] => ":: is no address",
            [0, 0, 0, 0, 0, 0, 0, 1] => "::1 is the loopback of a host",
            [0, 0, 0, 0, ..] => "::/96 stood for IPv4 addresses and is no longer used",
            _ => "::/64 is reserved",
        };
    }
}

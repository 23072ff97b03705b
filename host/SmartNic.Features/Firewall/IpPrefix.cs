using System.Net;
using System.Net.Sockets;
using SmartNic.Driver.Tables;
using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>Addresses of IPv4 or IPv6 with the same first bits (RFC 4632, RFC 4291 section 2.3).
/// </summary>
/// <param name="Address">The first of them, IPv4 mapped (<see cref="IpNumber"/>).</param>
/// <param name="Bits">How many bits they have in common: 0 to 32, of IPv6 0 to 128.</param>
/// <param name="IsIp6">They are of IPv6.</param>
public readonly record struct IpPrefix(UInt128 Address, int Bits, bool IsIp6)
{
    /// <summary>The bits that they have in common; of IPv4 without those of the mapping.</summary>
    public UInt128 Mask
    {
        get
        {
            var all = IsIp6 ? UInt128.MaxValue : uint.MaxValue;
            var host = (IsIp6 ? 128 : 32) - Bits;
            return host == 128 ? 0 : all >> host << host;
        }
    }

    /// <summary>Whether a packet's address is one of them.</summary>
    public bool Has(UInt128 address, bool isIp6) =>
        isIp6 == IsIp6 && ((address ^ Address) & Mask) == 0;

    /// <summary>Reads an address, or one with a length such as 10.0.0.0/8.</summary>
    /// <param name="text">The text.</param>
    /// <param name="prefix">The prefix; bits behind its length may be set.</param>
    public static bool TryParse(string text, out IpPrefix prefix)
    {
        prefix = default;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (!TryAddress(slash < 0 ? text : text[..slash], out var ip))
        {
            return false;
        }

        var isIp6 = ip.AddressFamily == AddressFamily.InterNetworkV6;
        var most = isIp6 ? 128u : 32u;
        var bits = most;
        if (slash >= 0 && (!Fields.Types.TryDigits(text[(slash + 1)..], out bits) || bits > most))
        {
            return false;
        }

        prefix = new(ip.ToUInt128(), (int)bits, isIp6);
        return true;
    }

    /// <summary>Without bits behind its length.</summary>
    public IpPrefix Masked()
    {
        var mapping = IsIp6 ? 0 : IpNumber.Mapped(0);
        return this with { Address = (Address & Mask) | mapping };
    }

    /// <summary>As the configuration has it.</summary>
    public override string ToString()
    {
        var text = IsIp6 && IpNumber.IsMapped(Address)
            ? $"::ffff:{IpText.Format(Address)}" : IpText.Format(Address);
        return Bits == (IsIp6 ? 128 : 32) ? text : $"{text}/{Bits}";
    }

    private static bool TryAddress(string text, out IPAddress ip) =>
        Fields.AddressTypes.TryIPv4(text, out ip) || Fields.AddressTypes.TryIPv6(text, out ip);
}

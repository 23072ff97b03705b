using System.Numerics;
using System.Runtime.CompilerServices;
using SmartNic.Hls.Language;

namespace SmartNic.Examples;

/// <summary>A rule of the firewall. A mask of 0, or a range from 0 to 65535, takes all.</summary>
public struct FirewallRule
{
    /// <summary>It is in use.</summary>
    public bool Enabled;

    /// <summary>Packets that match pass.</summary>
    public bool Permits;

    /// <summary>Source network.</summary>
    public uint Source;

    /// <summary>Its bits that count.</summary>
    public uint SourceMask;

    /// <summary>Destination network.</summary>
    public uint Destination;

    /// <summary>Its bits that count.</summary>
    public uint DestinationMask;

    /// <summary>Protocol number of IPv4; 0 is any.</summary>
    public byte Protocol;

    /// <summary>First destination port.</summary>
    public ushort FirstPort;

    /// <summary>Last destination port.</summary>
    public ushort LastPort;
}

/// <summary>Sixteen rules, the first match decides.</summary>
[InlineArray(16)]
public struct FirewallRules
{
    FirewallRule first;
}

/// <summary>What a firewall looks at.</summary>
public struct FirewallPacket
{
    /// <summary>IPv4 source address.</summary>
    public uint Source;

    /// <summary>IPv4 destination address.</summary>
    public uint Destination;

    /// <summary>Protocol number of IPv4.</summary>
    public byte Protocol;

    /// <summary>Destination port of TCP or UDP.</summary>
    public ushort Port;
}

/// <summary>What the firewall says.</summary>
public struct FirewallVerdict
{
    /// <summary>The packet passes.</summary>
    public bool Pass;

    /// <summary>A rule decided.</summary>
    public bool Found;

    /// <summary>Which one.</summary>
    public U4 Rule;
}

/// <summary>A firewall of sixteen rules: the first that matches decides, without one nothing
/// passes.</summary>
public static class Firewall16
{
    /// <summary>What becomes of a packet.</summary>
    [Kernel("snic_firewall16")]
    public static FirewallVerdict Run(FirewallPacket packet, FirewallRules rules)
    {
        // All rules side by side, then the lowest bit: flatter than a search that ends early.
        ushort matches = 0, permits = 0;
        for (int i = 0; i < 16; i++)
        {
            if (Matches(packet, rules[i]))
                matches |= (ushort)(1 << i);
            if (rules[i].Permits)
                permits |= (ushort)(1 << i);
        }

        if (matches == 0)
            return default;
        int first = BitOperations.TrailingZeroCount(matches);
        return new FirewallVerdict
        {
            Pass = (permits >> first & 1) != 0,
            Found = true,
            Rule = (U4)first,
        };
    }

    static bool Matches(FirewallPacket p, FirewallRule r) => r.Enabled
        && ((p.Source ^ r.Source) & r.SourceMask) == 0
        && ((p.Destination ^ r.Destination) & r.DestinationMask) == 0
        && (r.Protocol == 0 || r.Protocol == p.Protocol)
        && p.Port >= r.FirstPort && p.Port <= r.LastPort;
}

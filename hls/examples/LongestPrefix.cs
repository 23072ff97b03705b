using SmartNic.Hls.Language;

namespace SmartNic.Examples;

/// <summary>A route that may match, e.g. out of a table per range of lengths.</summary>
public struct Route
{
    /// <summary>There is a route.</summary>
    public bool Valid;

    /// <summary>Its network; bits behind the length do not count.</summary>
    public uint Prefix;

    /// <summary>Its prefix length, 0 to 32.</summary>
    public U6 Length;

    /// <summary>Where it leads.</summary>
    public U12 NextHop;
}

/// <summary>Eight routes, in any order.</summary>
public struct RouteSet
{
    /// <summary>Route 0: wins a tie.</summary>
    public Route R0;

    /// <summary>Route 1.</summary>
    public Route R1;

    /// <summary>Route 2.</summary>
    public Route R2;

    /// <summary>Route 3.</summary>
    public Route R3;

    /// <summary>Route 4.</summary>
    public Route R4;

    /// <summary>Route 5.</summary>
    public Route R5;

    /// <summary>Route 6.</summary>
    public Route R6;

    /// <summary>Route 7.</summary>
    public Route R7;
}

/// <summary>The better of some routes.</summary>
public struct RouteHit
{
    /// <summary>A route matches.</summary>
    public bool Found;

    /// <summary>Its prefix length.</summary>
    public U6 Length;

    /// <summary>Where it leads; 0 when none matches.</summary>
    public U12 NextHop;
}

/// <summary>The route with the longest prefix among those that match (RFC 1812, section
/// 5.2.4.3).</summary>
public static class LongestPrefix
{
    /// <summary>Looks an IPv4 address up.</summary>
    [Kernel("snic_longest_prefix")]
    public static RouteHit Run(uint address, RouteSet routes)
    {
        RouteHit a = Longer(Match(address, routes.R0), Match(address, routes.R1));
        RouteHit b = Longer(Match(address, routes.R2), Match(address, routes.R3));
        RouteHit c = Longer(Match(address, routes.R4), Match(address, routes.R5));
        RouteHit d = Longer(Match(address, routes.R6), Match(address, routes.R7));
        return Longer(Longer(a, b), Longer(c, d));
    }

    static RouteHit Match(uint address, in Route route)
    {
        uint mask = 0;
        for (int i = 0; i < 32; i++)
        {
            mask |= route.Length > i ? 0x80000000u >> i : 0;
        }

        RouteHit hit = default;
        if (route.Valid & ((address ^ route.Prefix) & mask) == 0)
        {
            hit.Found = true;
            hit.Length = route.Length;
            hit.NextHop = route.NextHop;
        }

        return hit;
    }

    static RouteHit Longer(in RouteHit a, in RouteHit b)
    {
        bool isB = b.Found & (!a.Found | b.Length > a.Length);
        return isB ? b : a;
    }
}

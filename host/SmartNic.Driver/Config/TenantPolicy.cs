using SmartNic.Kernels;

namespace SmartNic.Driver;

/// <summary>Which outer source addresses a tenant receives from.</summary>
public enum TunnelSources
{
    /// <summary>The remotes that its forwarding and flood name.</summary>
    Remotes,

    /// <summary>Every address but our own.</summary>
    Any,
}

/// <summary>What happens to a tenant's frames with VLAN tags (RFC 7348 section 6.1).</summary>
public enum InnerVlan
{
    /// <summary>They are dropped.</summary>
    Drop,

    /// <summary>They are forwarded with their tags.</summary>
    Keep,
}

/// <summary>What happens to frames from the wire that the meter calls yellow.</summary>
/// <param name="Action">Pass, remark or drop.</param>
/// <param name="Dscp">DSCP for remark, 0 to 63; else 0.</param>
public readonly record struct OnYellow(YellowAction Action, byte Dscp = 0)
{
    /// <summary>As the configuration has it: <c>pass</c>, <c>drop</c>, <c>remark 10</c>.</summary>
    public override string ToString() => Action == YellowAction.Remark
        ? $"remark {Dscp}" : Action.ToString().ToLowerInvariant();
}

namespace SmartNic.Features;

/// <summary>How a tenant's packets are filtered.</summary>
public sealed record FirewallConfig
{
    /// <summary>Not filtered.</summary>
    public static FirewallConfig None { get; } = new();

    /// <summary>What becomes of what it receives and no rule matches; null when nothing of it is
    /// judged.</summary>
    public RuleAction? Ingress { get; init; }

    /// <summary>What becomes of what it sends, in the same way.</summary>
    public RuleAction? Egress { get; init; }

    /// <summary>What becomes of frames that are neither IP nor ARP.</summary>
    public NonIp NonIp { get; init; }

    /// <summary>What becomes of what no rule matches; null when nothing is judged.</summary>
    public RuleAction? DefaultOf(RuleDirection direction) =>
        direction == RuleDirection.Ingress ? Ingress : Egress;
}

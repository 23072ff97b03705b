namespace SmartNic.Kernels;

/// <content>What a firewall does not let pass.</content>
public static partial class Reasons
{
    /// <summary>By a rule of the tenant's firewall, or by its default.</summary>
    [CountedIn(Directions.Rx | Directions.Tx)]
    public const Reason FirewallDenied = (Reason)Outcome.Policy + 1;

    /// <summary>Neither IP nor ARP, and the tenant's firewall lets nothing else pass.</summary>
    [CountedIn(Directions.Rx | Directions.Tx)]
    public const Reason FirewallNotIp = (Reason)Outcome.Policy + 2;

    /// <summary>Says that it is IP, and its header is not, or longer than it: no rule can judge
    /// it.</summary>
    [CountedIn(Directions.Rx | Directions.Tx)]
    public const Reason FirewallUnreadable = (Reason)Outcome.Malformed + 11;
}

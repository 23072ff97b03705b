namespace SmartNic.Kernels;

/// <content>What tenants may receive, packet by packet.</content>
public partial struct RxTables
{
    /// <summary>The rules.</summary>
    public FirewallTables Firewall;
}

namespace SmartNic.Kernels;

/// <content>What tenants may send, packet by packet.</content>
public partial struct TxTables
{
    /// <summary>The rules.</summary>
    public FirewallTables Firewall;
}

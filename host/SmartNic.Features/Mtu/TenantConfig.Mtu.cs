namespace SmartNic.Features;

/// <content>How long its packets may be.</content>
public sealed partial record TenantConfig
{
    /// <summary>Longest IP packet of its frames, bytes; 0 for no limit of its own.</summary>
    public ushort Mtu { get; init; }

    /// <summary>What happens to the MSS that its TCP SYN announce.</summary>
    public TcpMss TcpMss { get; init; }
}

namespace SmartNic.Features;

/// <content>Where its tunnels lead.</content>
public sealed partial record GatewayConfig
{
    /// <summary>Remote tunnel endpoints.</summary>
    public ConfigList<RemoteConfig> Remotes { get; init; } = [];
}

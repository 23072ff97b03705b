namespace SmartNic.Features;

/// <content>Where the gateway is reached.</content>
public sealed partial record GatewayConfig
{
    /// <summary>Local tunnel endpoints.</summary>
    public ConfigList<EndpointConfig> Endpoints { get; init; } = [];
}

namespace SmartNic.Driver;

/// <summary>The whole configuration of a gateway: the content of one <c>gateway.yaml</c>.</summary>
public sealed record GatewayConfig
{
    /// <summary>Version of the file format that this driver reads and writes.</summary>
    public const int FormatVersion = 1;

    /// <summary>What happens when a table has no room for a tenant's entries.</summary>
    public OnFull OnFull { get; init; }

    /// <summary>What the wire may send to the slow path, over all tenants and none.</summary>
    public SlowPathLimit SlowPath { get; init; } = SlowPathLimit.WireDefault;

    /// <summary>Local tunnel endpoints.</summary>
    public ConfigList<EndpointConfig> Endpoints { get; init; } = [];

    /// <summary>Remote tunnel endpoints.</summary>
    public ConfigList<RemoteConfig> Remotes { get; init; } = [];

    /// <summary>The tenants.</summary>
    public ConfigList<TenantConfig> Tenants { get; init; } = [];

    /// <summary>A configuration with nothing in it: all traffic is dropped.</summary>
    public static GatewayConfig Empty { get; } = new();
}

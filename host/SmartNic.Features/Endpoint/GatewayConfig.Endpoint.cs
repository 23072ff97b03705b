namespace SmartNic.Features;

/// <content>Where the gateway is reached.</content>
public sealed partial record GatewayConfig
{
    /// <summary>Local tunnel endpoints.</summary>
    public ConfigList<EndpointConfig> Endpoints { get; init; } = [];

    /// <summary>They by name; of two with one name the first.</summary>
    public IReadOnlyDictionary<string, EndpointConfig> EndpointsByName()
    {
        var endpoints = new Dictionary<string, EndpointConfig>();
        foreach (var endpoint in Endpoints)
        {
            endpoints.TryAdd(endpoint.Name, endpoint);
        }

        return endpoints;
    }
}

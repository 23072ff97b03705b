namespace SmartNic.Driver;

/// <summary>Writes <c>gateway.yaml</c> in canonical form.</summary>
public static class ConfigWriter
{
    /// <summary>YAML with every value spelled out; loading it gives an equal configuration.</summary>
    public static string Write(GatewayConfig config) =>
        throw new InvalidOperationException("being built");
}

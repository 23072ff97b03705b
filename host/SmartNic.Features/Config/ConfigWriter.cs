using System.Text;

namespace SmartNic.Features;

/// <summary>
/// Writes <c>gateway.yaml</c> in canonical form: defaults spelled out, order kept.
/// </summary>
public static class ConfigWriter
{
    /// <summary>
    /// YAML with every value spelled out; loading it gives an equal configuration.
    /// </summary>
    public static string Write(GatewayConfig config)
    {
        var yaml = new StringBuilder();
        GatewaySection.File.WriteLines(yaml, "", config, isIndented: false);
        return yaml.ToString();
    }
}

using SmartNic.Features.Fields;

namespace SmartNic.Features;

/// <summary>
/// <c>gateway.yaml</c> as a whole: what no feature owns, then the features' fields in canonical
/// order. What is referred to comes before who refers to it, whatever the order in the file.
/// </summary>
internal static class GatewaySection
{
    /// <summary>What messages call the whole.</summary>
    public const string Kind = "file";

    /// <summary>The file.</summary>
    public static Section<GatewayConfig> File { get; } = new(Kind, GatewayConfig.Empty,
    [
        new ValueField<GatewayConfig, uint>(
            "version", Types.Number(1, GatewayConfig.FormatVersion),
            _ => GatewayConfig.FormatVersion, (config, _) => config)
        {
            Description = "Version of the format.",
            IsRequired = true,
        },
        .. FeatureList.All.SelectMany(parts => parts.OfFile()),
        TenantSection.Field,
    ])
    {
        Check = (fields, config, context) =>
        {
            foreach (var parts in FeatureList.All)
            {
                parts.CheckFile(fields, config, context);
            }
        },
    };
}

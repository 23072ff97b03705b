// Generated from features.txt by SmartNic.Registers.Tool. Do not edit.
namespace SmartNic.Features;

/// <summary>The features, in the order in which they are asked.</summary>
internal static class FeatureList
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<FeatureParts> All { get; } =
    [
        FeatureParts.Of<TenantFeature>(),
        FeatureParts.Of<MeterFeature>(),
        FeatureParts.Of<PolicyFeature>(),
        FeatureParts.Of<SlowFeature>(),
        FeatureParts.Of<EndpointFeature>(),
        FeatureParts.Of<NeighbourFeature>(),
        FeatureParts.Of<LinkFeature>(),
        FeatureParts.Of<MtuFeature>(),
        FeatureParts.Of<FirewallFeature>(),
        FeatureParts.Of<ForwardingFeature>(),
    ];
}

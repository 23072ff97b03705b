using SmartNic.Driver.Planning;

namespace SmartNic.Features;

/// <summary>The features of the gateway, made for one board.</summary>
internal sealed class GatewayFeatures
{
    /// <summary>What those are called who own entries.</summary>
    public static OwnerWords Words { get; } = new(
        "tenant", "tenants", "endpoints", "on_full: skip_tenant");

    /// <param name="tenantIndices">Tenant indices that the board has, 0 included.</param>
    public GatewayFeatures(int tenantIndices)
    {
        var context = new FeatureContext(tenantIndices);
        foreach (var parts in FeatureList.All)
        {
            context.Make(parts);
        }

        Tenant = context.Get<TenantFeature>();
        Meter = context.Get<MeterFeature>();
        Slow = context.Get<SlowFeature>();
        Forwarding = context.Get<ForwardingFeature>();
        Firewall = context.Get<FirewallFeature>();
        All = new FeatureSet(context.Made, Tenant.Book, Words, GatewayConfig.Empty);
    }

    /// <summary>Who decides on punts, in the order in which they are asked.</summary>
    public static IReadOnlyList<IPuntHandler> PuntHandlers { get; } =
        [.. FeatureList.All.SelectMany(parts => parts.PuntHandlers())];

    /// <summary>All of them.</summary>
    public FeatureSet All { get; }

    /// <summary>Whose a packet is.</summary>
    public TenantFeature Tenant { get; }

    /// <summary>Rates of tenants.</summary>
    public MeterFeature Meter { get; }

    /// <summary>Limits of packets to the slow path.</summary>
    public SlowFeature Slow { get; }

    /// <summary>What tenants may receive and send.</summary>
    public FirewallFeature Firewall { get; }

    /// <summary>Where frames go.</summary>
    public ForwardingFeature Forwarding { get; }
}

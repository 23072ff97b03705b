using SmartNic.Driver.Planning;

namespace SmartNic.Features;

/// <summary>The features of today's gateway: the only list of them.</summary>
internal sealed class GatewayFeatures
{
    /// <summary>What those are called who own entries.</summary>
    public static OwnerWords Words { get; } = new(
        "tenant", "tenants", "endpoints", "on_full: skip_tenant");

    /// <param name="tenantIndices">Tenant indices that the board has, 0 included.</param>
    public GatewayFeatures(int tenantIndices)
    {
        Tenant = new TenantFeature(tenantIndices);
        Meter = new MeterFeature(Tenant.Book);
        Slow = new SlowFeature(Tenant.Book, Meter.Meters);
        Forwarding = new ForwardingFeature(Tenant.Book);
        All = new FeatureSet(
            [
                new EndpointFeature(), Meter, Tenant, new PolicyFeature(Tenant.Book, Forwarding),
                Forwarding, Slow,
            ],
            Tenant.Book, Words, GatewayConfig.Empty);
    }

    /// <summary>Who decides on punts, in the order in which they are asked.</summary>
    public static IReadOnlyList<IPuntHandler> PuntHandlers { get; } =
        [new EndpointHandler(), new EchoHandler(), new NeighbourHandler(), new ForwardHandler()];

    /// <summary>All of them.</summary>
    public FeatureSet All { get; }

    /// <summary>Whose a packet is.</summary>
    public TenantFeature Tenant { get; }

    /// <summary>Rates of tenants.</summary>
    public MeterFeature Meter { get; }

    /// <summary>Limits of packets to the slow path.</summary>
    public SlowFeature Slow { get; }

    /// <summary>Where frames go.</summary>
    public ForwardingFeature Forwarding { get; }
}

using SmartNic.Features.Fields;

namespace SmartNic.Features;

/// <summary>
/// The section <c>tenants</c> of the configuration: its own fields, and those that other features
/// add to a tenant; and <c>on_full</c>.
/// </summary>
internal static class TenantSection
{
    /// <summary>Most tenants: indices 1 to 4095, index 0 is no tenant.</summary>
    public const int Most = 4095;

    /// <summary>Highest VXLAN network identifier (RFC 7348 section 5: 24 bits).</summary>
    public const uint MostVni = (1 << 24) - 1;

    /// <summary>A tenant.</summary>
    public static Section<TenantConfig> Item { get; } = new(
        "tenant",
        new TenantConfig { Name = "-", Vni = 0 },
    [
        new ValueField<TenantConfig, string>(
            "name", Types.Name, t => t.Name, (t, v) => t with { Name = v })
        {
            Description = "Name; also names its host port, `host.NAME`.",
            IsRequired = true,
        },
        new ValueField<TenantConfig, uint>(
            "vni", Types.Number(1, MostVni), t => t.Vni, (t, v) => t with { Vni = v })
        {
            Description = "Virtual network identifier (VNI, of NVGRE the VSID); "
                + "belongs to one tenant.",
            IsRequired = true,
        },
        new ValueField<TenantConfig, uint>(
            "interface", Types.Interface,
            t => t.Interface, (t, v) => t with { Interface = (byte)v })
        {
            Description = "Interface whose host port it has; a board may have fewer.",
        },
        .. FeatureList.All.SelectMany(parts => parts.OfTenant()),
    ])
    {
        Uniques =
        [
            new("name", t => t.Name) { IsAlways = true },
            new("vni", t => t.Vni != 0 ? t.Vni : null) { IsAlways = true },
        ],
    };

    /// <summary>What happens when a table is full.</summary>
    public static Field<GatewayConfig> OnFullField { get; } = new ValueField<GatewayConfig, OnFull>(
        "on_full",
        Types.Either("refuse", OnFull.Refuse, "skip_tenant", OnFull.SkipTenant),
        g => g.OnFull, (g, v) => g with { OnFull = v })
    {
        Description = "When a table has no room for a tenant: refuse the whole file, or go "
            + "without that tenant.",
    };

    /// <summary>The field of the file.</summary>
    public static Field<GatewayConfig> Field { get; } = new ListField<GatewayConfig, TenantConfig>(
        "tenants", Item, g => g.Tenants, (g, v) => g with { Tenants = v })
    {
        Description = "The tenants.",
        Most = Most,
        IsBlock = true,
    };
}

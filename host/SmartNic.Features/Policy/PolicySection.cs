using SmartNic.Features.Fields;

namespace SmartNic.Features;

/// <summary>The fields <c>sources</c> and <c>inner_vlan</c> of a tenant.</summary>
internal static class PolicySection
{
    /// <summary>The fields.</summary>
    public static IReadOnlyList<Field<TenantConfig>> OfTenant { get; } =
    [
        new ValueField<TenantConfig, TunnelSources>(
            "sources",
            Types.Either("remotes", TunnelSources.Remotes, "any", TunnelSources.Any),
            t => t.Sources, (t, v) => t with { Sources = v })
        {
            Description = "Outer sources that it receives from: the remotes that its "
                + "forwarding, flood and links name, or any but our own.",
        },
        new ValueField<TenantConfig, InnerVlan>(
            "inner_vlan", Types.Either("drop", InnerVlan.Drop, "keep", InnerVlan.Keep),
            t => t.InnerVlan, (t, v) => t with { InnerVlan = v })
        {
            Description = "What happens to its frames with VLAN tags (0x8100, 0x88A8), both ways.",
        },
    ];
}

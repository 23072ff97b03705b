using SmartNic.Features.Fields;

namespace SmartNic.Features;

/// <summary>
/// The fields <c>sources</c>, <c>inner_vlan</c>, <c>dscp_mode</c> and <c>dscp</c> of a tenant.
/// </summary>
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
        new ValueField<TenantConfig, DscpMode>(
            "dscp_mode", Types.Either("pipe", DscpMode.Pipe, "uniform", DscpMode.Uniform),
            t => t.DscpMode, (t, v) => t with { DscpMode = v })
        {
            Description = "Outer DSCP by RFC 2983: pipe has the number of dscp and leaves the "
                + "inner one as it is; uniform copies it from the inner header, and back into it. "
                + "What is no IP has the number of dscp.",
            DefaultText = "pipe",
            IsWritten = t => t.DscpMode != DscpMode.Pipe,
        },
        new ValueField<TenantConfig, uint>(
            "dscp", Types.Number(0, Dscp.Most),
            t => t.Dscp ?? 0, (t, v) => t with { Dscp = (byte)v })
        {
            Description = "Outer DSCP of its frames (RFC 2474), whatever the remote.",
            DefaultText = "that of the remote",
            Check = (fields, t) =>
                fields.Find("dscp") is null ? t with { Dscp = null } : t,
            IsWritten = t => t.Dscp is not null,
        },
    ];
}

namespace SmartNic.Features;

/// <summary>
/// A tenant: its network and its place on the host. What a feature adds to it is in the feature's
/// folder.
/// </summary>
public sealed partial record TenantConfig
{
    /// <summary>Name, of <c>[a-z0-9-]</c>; also names its host port, <c>host.NAME</c>.</summary>
    public required string Name { get; init; }

    /// <summary>VXLAN network identifier, 1 to 16777215; belongs to one tenant.</summary>
    public required uint Vni { get; init; }

    /// <summary>Interface whose host port the tenant has.</summary>
    public byte Interface { get; init; }
}

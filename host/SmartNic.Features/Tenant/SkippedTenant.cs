using SmartNic.Driver;

namespace SmartNic.Features;

/// <summary>A tenant that a configuration went without, because a table has no room.</summary>
/// <param name="Tenant">Its name.</param>
/// <param name="Reason">Which table, and how full it is.</param>
/// <param name="StaysAsItWas">
/// True when the tenant was in force and stays as it was; false when it is not in force at all.
/// </param>
public sealed record SkippedTenant(string Tenant, string Reason, bool StaysAsItWas)
{
    /// <summary>The tenants among those who were skipped: all.</summary>
    public static IReadOnlyList<SkippedTenant> Of(IEnumerable<SkippedOwner> skipped) =>
        [.. skipped.Select(s => new SkippedTenant(s.Name, s.Reason, s.StaysAsItWas))];

    /// <summary>The same as a sentence.</summary>
    public override string ToString() =>
        new SkippedOwner(GatewayFeatures.Words.One, Tenant, Reason, StaysAsItWas).ToString();
}

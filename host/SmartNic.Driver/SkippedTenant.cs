namespace SmartNic.Driver;

/// <summary>What happens when a table has no room for a tenant's entries.</summary>
public enum OnFull
{
    /// <summary>The configuration is refused; nothing changes.</summary>
    Refuse,

    /// <summary>The tenant is left out; the others are in force.</summary>
    SkipTenant,
}

/// <summary>A tenant that a configuration went without, because a table has no room.</summary>
/// <param name="Tenant">Its name.</param>
/// <param name="Reason">Which table, and how full it is.</param>
/// <param name="StaysAsItWas">
/// True when the tenant was in force and stays as it was; false when it is not in force at all.
/// </param>
public sealed record SkippedTenant(string Tenant, string Reason, bool StaysAsItWas)
{
    /// <summary>The same as a sentence.</summary>
    public override string ToString() =>
        $"tenant {Tenant} was skipped, and {(StaysAsItWas ? "stays as it was" : "is not in force")}"
        + $": {Reason}";
}

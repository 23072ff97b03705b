namespace SmartNic.Features;

/// <summary>What happens when a table has no room for a tenant's entries.</summary>
public enum OnFull
{
    /// <summary>The configuration is refused; nothing changes.</summary>
    Refuse,

    /// <summary>The tenant is left out; the others are in force.</summary>
    SkipTenant,
}

namespace SmartNic.Kernels;

/// <summary>How slots are counted: those of tenants sixteen for each, the others once.</summary>
public static class CounterSlots
{
    /// <summary>Slots below this are counted for the tenant.</summary>
    public const int OfTenant = 16;

    /// <summary>Slots that a verdict can name.</summary>
    public const int All = 64;

    /// <summary>Whether a slot is counted for the tenant.</summary>
    public static bool IsOfTenant(byte slot) => slot < OfTenant;
}

namespace SmartNic.Features;

/// <summary>What becomes of a filtered tenant's frames that are neither IP nor ARP.</summary>
public enum NonIp
{
    /// <summary>They are dropped.</summary>
    Drop,

    /// <summary>They pass.</summary>
    Pass,
}

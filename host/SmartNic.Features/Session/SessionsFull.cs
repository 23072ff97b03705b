namespace SmartNic.Features;

/// <summary>What becomes of a packet that would open one session more than its tenant may.
/// </summary>
public enum SessionsFull
{
    /// <summary>It is dropped, and counted.</summary>
    Refuse,

    /// <summary>The tenant's oldest half-open session makes room for it; without one it is dropped.
    /// </summary>
    Evict,
}

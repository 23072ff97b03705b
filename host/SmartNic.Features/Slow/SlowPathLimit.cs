namespace SmartNic.Features;

/// <summary>How many packets may go to the slow path.</summary>
/// <param name="PacketsPerSecond">Sustained packets per second.</param>
/// <param name="BurstPackets">Packets that may come at once.</param>
public sealed record SlowPathLimit(uint PacketsPerSecond, uint BurstPackets)
{
    /// <summary>Length in "bytes" that a limit's meter charges for each packet.</summary>
    public const uint BytesPerPacket = 64;

    /// <summary>
    /// Least packets per second: below, time per byte exceeds the meter's 17 bits of ns.
    /// </summary>
    public const uint MinPacketsPerSecond = 120;

    /// <summary>Most packets per second.</summary>
    public const uint MaxPacketsPerSecond = 100_000_000;

    /// <summary>What the wire may punt when the file says nothing.</summary>
    public static SlowPathLimit WireDefault { get; } = new(10_000, 256);

    /// <summary>What a tenant may punt when the file says nothing.</summary>
    public static SlowPathLimit TenantDefault { get; } = new(1_000, 64);
}

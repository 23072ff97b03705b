namespace SmartNic.Features;

/// <summary>Ports of TCP or UDP.</summary>
/// <param name="First">The first one.</param>
/// <param name="Last">The last one, which is in it.</param>
public readonly record struct PortRange(ushort First, ushort Last)
{
    /// <summary>All there are.</summary>
    public static PortRange All { get; } = new(0, ushort.MaxValue);

    /// <summary>Whether a port is in it.</summary>
    public bool Has(ushort port) => port >= First && port <= Last;

    /// <summary>As the configuration has it.</summary>
    public override string ToString() => First == Last ? $"{First}" : $"{First}-{Last}";
}

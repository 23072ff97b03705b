namespace SmartNic.Hls.Language;

/// <summary>
/// Clocks from the presented address (or argument) to the data (or result) of a memory.
/// Without it: 2 for a <see cref="Table{TEntry}"/>, 4 for an Rmw.
/// </summary>
/// <param name="clocks">At least 1.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Field)]
public sealed class LatencyAttribute(int clocks) : Attribute
{
    /// <summary>Clocks.</summary>
    public int Clocks { get; } = clocks;
}

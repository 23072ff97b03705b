namespace SmartNic.Hls.Ir;

/// <summary>What a call does.</summary>
public enum CallKind
{
    /// <summary>Table read; argument: address.</summary>
    Read,

    /// <summary>Update; arguments: valid, address, argument.</summary>
    Update,

    /// <summary>Product of two factors in a DSP.</summary>
    Product,

    /// <summary>A value that crosses the edge of a stage.</summary>
    Port,
}

/// <summary>A place in the kernel that uses an operation of fixed latency.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Key">Call path in the source: the same in the raw and the optimised graph.</param>
/// <param name="Name">Prefix of its ports, or the hint for an instance name.</param>
/// <param name="Latency">Clocks from the registered arguments to the result.</param>
public sealed record CallSite(CallKind Kind, string Key, string Name, int Latency)
{
    /// <summary>Number of the stage that it is in or at the edge of; -1: the kernel
    /// itself.</summary>
    public int Stage { get; init; } = -1;
}

namespace SmartNic.Hls.Check.Cosim;

/// <summary>Outcome of a co-simulation.</summary>
/// <param name="Module">Name of the kernel's module, or of a stage's.</param>
/// <param name="Vectors">Random packets that were compared, the wrong one included.</param>
/// <param name="Directed">Packets that the solver found for conditions, before them.</param>
/// <param name="Seed">Seed of packets, memory contents and gaps.</param>
/// <param name="Mismatch">The first packet that came out differently, or null.</param>
/// <param name="BuildMs">Time to build the model.</param>
/// <param name="RunMs">Time to run it.</param>
public sealed record CosimReport(
    string Module, long Vectors, int Directed, int Seed, string? Mismatch, long BuildMs, long RunMs)
{
    /// <summary>True when every packet came out the same.</summary>
    public bool Equal => Mismatch == null;

    /// <summary>The ports around a packet that came out the same, as text; null where none was
    /// asked for, or none came out so.</summary>
    public string? Wave { get; init; }
}

namespace SmartNic.Hls.Check.Cosim;

/// <summary>Outcome of a co-simulation.</summary>
/// <param name="Kernel">Module name.</param>
/// <param name="Vectors">Random packets that were compared, the wrong one included.</param>
/// <param name="Directed">Packets that the solver found for conditions, before them.</param>
/// <param name="Seed">Seed of packets, memory contents and gaps.</param>
/// <param name="Mismatch">The first packet that came out differently, or null.</param>
/// <param name="BuildMs">Time to build the model.</param>
/// <param name="RunMs">Time to run it.</param>
public sealed record CosimReport(
    string Kernel, long Vectors, int Directed, int Seed, string? Mismatch, long BuildMs, long RunMs)
{
    /// <summary>True when every packet came out the same.</summary>
    public bool Equal => Mismatch == null;
}

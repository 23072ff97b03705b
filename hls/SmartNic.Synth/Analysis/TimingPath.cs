namespace SmartNic.Synth.Analysis;

/// <summary>A longest path, in levels of logic.</summary>
/// <param name="From">Register, memory pin or input port at which it starts.</param>
/// <param name="To">Register, memory pin or output port at which it ends.</param>
/// <param name="LutLevels">LUTs passed; MUXF7..9 belong to the LUTs in front of them.</param>
/// <param name="CarryChains">Carry chains passed, of any length.</param>
/// <param name="CarryBits">Bits of all chains passed.</param>
/// <param name="DspLevels">DSP slices without registers, in LUT levels of 0.3 ns.</param>
/// <param name="LutsInChains">Of the LUTs, those that are one level with a chain.</param>
/// <param name="Steps">Primitives in order, with the source name of the net, if any.</param>
public sealed record TimingPath(
    string From,
    string To,
    int LutLevels,
    int CarryChains,
    int CarryBits,
    int DspLevels,
    int LutsInChains,
    IReadOnlyList<string> Steps)
{
    /// <summary>
    /// What is held against the limit. A carry chain is one level with the LUTs in front of its S
    /// inputs: they share a slice, and no routing lies between them.
    /// </summary>
    public int Levels => LutLevels + CarryChains + DspLevels - LutsInChains;

    /// <summary>`from -> step -> ... -> to`.</summary>
    public override string ToString() => string.Join(" -> ", [From, .. Steps, To]);
}

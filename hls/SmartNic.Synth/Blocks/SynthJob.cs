namespace SmartNic.Synth.Blocks;

/// <summary>One run of Yosys.</summary>
/// <param name="Block">Block that the module stands for.</param>
/// <param name="Module">Module that is mapped.</param>
/// <param name="Files">Its sources, absolute.</param>
/// <param name="Includes">Folders of headers, absolute.</param>
/// <param name="Parameters">Parameters that differ from the module's defaults.</param>
/// <param name="IsKernel">Compiled from C#: its levels are a condition, not only a figure.</param>
public sealed record SynthJob(
    string Block,
    string Module,
    IReadOnlyList<string> Files,
    IReadOnlyList<string> Includes,
    IReadOnlyDictionary<string, int> Parameters,
    bool IsKernel)
{
    /// <summary>Block and module.</summary>
    public string Title => $"{Block} / {Module}";
}

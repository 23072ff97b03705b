namespace SmartNic.Hls.Check.Mutation;

/// <summary>An error planted in how the stages of a pipeline stand together.</summary>
/// <param name="Kind">One of <see cref="Kinds"/>.</param>
/// <param name="Place">Module, and what is changed in it.</param>
/// <param name="Planted">The kernel with the error.</param>
internal sealed record PipelineFault(string Kind, string Place, CompiledKernel Planted)
{
    /// <summary>A contract names a clock beside the right one, or a pin is connected to the clock
    /// beside the one that the contract names.</summary>
    public const string Contract = "contract";

    /// <summary>What waits does so for a clock too few or too many; or the module of delay lines
    /// does not keep to its clocks.</summary>
    public const string Delay = "delay";

    /// <summary>An update does not ask whether its packet is still open.</summary>
    public const string Fate = "fate";

    /// <summary>An update does not ask whether there is a packet.</summary>
    public const string Enable = "enable";

    /// <summary>Two pins of a stage are connected to each other's signals.</summary>
    public const string Swap = "swap";

    /// <summary>All kinds.</summary>
    public static readonly IReadOnlyList<string> Kinds = [Contract, Delay, Fate, Enable, Swap];

    /// <inheritdoc/>
    public override string ToString() => $"{Kind} {Place}";
}

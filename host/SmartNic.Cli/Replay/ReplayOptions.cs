namespace SmartNic.Cli.Replay;

/// <summary>What <c>capture replay</c> was asked to do.</summary>
internal sealed record ReplayOptions
{
    /// <summary>Backend: <c>model</c> or <c>sim</c>.</summary>
    public required string Backend { get; init; }

    /// <summary>The configuration, YAML.</summary>
    public required string ConfigPath { get; init; }

    /// <summary>Captures to send, in the order of the arguments.</summary>
    public required IReadOnlyList<PortFile> Inputs { get; init; }

    /// <summary>Captures to write.</summary>
    public required IReadOnlyList<PortFile> Outputs { get; init; }

    /// <summary>Where to write the counters; null for nowhere.</summary>
    public string? CountersPath { get; init; }

    /// <summary>Memories of the board to write at the end.</summary>
    public IReadOnlyList<TableFile> Tables { get; init; } = [];

    /// <summary>Where to write a waveform (sim only); null for nowhere.</summary>
    public string? TracePath { get; init; }

    /// <summary>Width of the board's streams in bits (sim only).</summary>
    public int WidthBits { get; init; } = 512;

    /// <summary>
    /// How far in nanoseconds a stamp may lie before an earlier packet's; null: not at all.
    /// </summary>
    public ulong? SortWithinNs { get; init; }

    /// <summary>Whether packets that are not whole in their file are left out, and counted.
    /// </summary>
    public bool SkipsCut { get; init; }

    /// <summary>Number of interfaces; null for as many as configuration and ports name.</summary>
    public int? Interfaces { get; init; }
}

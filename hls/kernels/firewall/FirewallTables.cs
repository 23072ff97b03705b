using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>The rules of one direction.</summary>
public struct FirewallTables
{
    /// <summary>Their conditions.</summary>
    [Depth(RuleColumns.Rows)]
    [Latency(1)]
    public RuleColumns Columns;

    /// <summary>By generation: the rules that let pass.</summary>
    [Depth(2)]
    public Table<RuleSet> Allowed;

    /// <summary>Which rules hold, by generation and tenant.</summary>
    [Depth(8192)]
    public Table<Workload> Workload;
}

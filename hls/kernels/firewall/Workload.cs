using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>Which rules hold for a workload: references to the rules that it shares with others.
/// </summary>
public struct Workload
{
    /// <summary>Its packets are judged at all.</summary>
    public bool IsFiltered;

    /// <summary>What no rule matches passes.</summary>
    public bool Allows;

    /// <summary>What is neither IP nor ARP passes.</summary>
    public bool PassesOther;

    /// <summary>The rules.</summary>
    public RuleSet Rules;
}

namespace SmartNic.Driver.Planning;

/// <summary>What a feature is told while a transaction is planned.</summary>
/// <param name="nowNs">The board's time in nanoseconds.</param>
internal sealed class PlanTurn(ulong nowNs)
{
    /// <summary>The board's time in nanoseconds.</summary>
    public ulong NowNs => nowNs;

    /// <summary>Why the configuration cannot be.</summary>
    public List<string> Errors { get; } = [];
}

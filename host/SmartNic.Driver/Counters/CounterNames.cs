using SmartNic.Kernels;
using SmartNic.Registers;

namespace SmartNic.Driver.Counters;

/// <summary>What can be counted in a direction.</summary>
internal static class CounterNames
{
    /// <summary>The reasons.</summary>
    public static IReadOnlyList<ReasonInfo> Reasons(Directions direction) =>
        [.. ReasonList.All.Where(r => r.Directions.HasFlag(direction))];

    /// <summary>The classes whose packets were dropped.</summary>
    public static IReadOnlyList<OutcomeInfo> Drops(Directions direction)
    {
        var some = Reasons(direction).Select(r => r.Outcome).ToHashSet();
        return [.. ReasonList.Outcomes.Where(o => o.IsDrop && some.Contains(o.Number))];
    }
}

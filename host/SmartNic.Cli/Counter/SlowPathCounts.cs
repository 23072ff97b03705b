using SmartNic.Cli.Control;

namespace SmartNic.Cli.Counter;

/// <summary>The slow path's counts in the shape of the others.</summary>
internal static class SlowPathCounts
{
    public static IReadOnlyDictionary<string, ulong> Of(CounterReport report) =>
        report.SlowPath.ToDictionary(count => count.Key, count => (ulong)count.Value);
}

using System.Text;

namespace SmartNic.SlowPath;

/// <summary>Counts of a slow path since its start. One writer; any thread may read.</summary>
public sealed class SlowPathCounters
{
    private static readonly SlowPathOutcome[] Outcomes = Enum.GetValues<SlowPathOutcome>();
    private readonly long[] _counts = new long[Outcomes.Length];
    private long _received;
    private long _injected;

    /// <summary>Frames taken from the slow port.</summary>
    public long Received => Volatile.Read(ref _received);

    /// <summary>Frames given back to the board: answers, forwarded frames and replicas.</summary>
    public long Injected => Volatile.Read(ref _injected);

    /// <summary>Punts with this outcome.</summary>
    public long this[SlowPathOutcome outcome] => Volatile.Read(ref _counts[(int)outcome]);

    /// <summary>All counts by their snake_case names, <c>received</c> and <c>injected</c>
    /// included.</summary>
    public IReadOnlyDictionary<string, long> Snapshot()
    {
        var snapshot = new Dictionary<string, long>
        {
            ["received"] = Received,
            ["injected"] = Injected,
        };
        foreach (SlowPathOutcome outcome in Outcomes)
        {
            snapshot[NameOf(outcome)] = this[outcome];
        }

        return snapshot;
    }

    /// <summary>The snake_case name of an outcome, as in JSON.</summary>
    public static string NameOf(SlowPathOutcome outcome)
    {
        var name = new StringBuilder();
        foreach (char c in outcome.ToString())
        {
            if (char.IsUpper(c) && name.Length > 0)
            {
                name.Append('_');
            }

            name.Append(char.ToLowerInvariant(c));
        }

        return name.ToString();
    }

    internal void Count(SlowPathOutcome outcome)
    {
        _received++;
        _counts[(int)outcome]++;
    }

    internal void CountInjected() => _injected++;
}

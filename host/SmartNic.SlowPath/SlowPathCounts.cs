using SmartNic.Features;

namespace SmartNic.SlowPath;

/// <summary>
/// Counts of one tenant, of the wire, or of all. Each punt has one outcome, and each frame that was
/// made for the board one end: <c>made = injected + stale + board_lost + waiting</c>.
/// </summary>
public sealed class SlowPathCounts
{
    private static readonly SlowPathOutcome[] Outcomes = Enum.GetValues<SlowPathOutcome>();
    private static readonly string[] Names = [.. Outcomes.Select(SlowPathCounters.NameOf)];
    private readonly long[] _outcomes = new long[Outcomes.Length];

    /// <summary>Punts taken.</summary>
    public long Received { get; private set; }

    /// <summary>Frames made for the board: answers, frames sent on, and copies.</summary>
    public long Made { get; private set; }

    /// <summary>Of these, the copies of replicated frames.</summary>
    public long Copies { get; private set; }

    /// <summary>Frames that the board took.</summary>
    public long Injected { get; private set; }

    /// <summary>Frames dropped because the configuration that they were made from is gone.
    /// </summary>
    public long Stale { get; private set; }

    /// <summary>Frames that waited when the board was lost or given up.</summary>
    public long BoardLost { get; private set; }

    /// <summary>Frames that wait for the board.</summary>
    public long Waiting => Made - Injected - Stale - BoardLost;

    /// <summary>Punts with this outcome.</summary>
    public long this[SlowPathOutcome outcome] => _outcomes[(int)outcome];

    /// <summary>All counts by their snake_case names.</summary>
    public IReadOnlyDictionary<string, long> Snapshot()
    {
        var snapshot = new Dictionary<string, long>
        {
            ["received"] = Received,
            ["made"] = Made,
            ["copies"] = Copies,
            ["injected"] = Injected,
            ["waiting"] = Waiting,
            ["stale"] = Stale,
            ["board_lost"] = BoardLost,
        };
        for (int n = 0; n < Outcomes.Length; n++)
        {
            snapshot[Names[n]] = _outcomes[(int)Outcomes[n]];
        }

        return snapshot;
    }

    internal void CountPunt(SlowPathOutcome outcome)
    {
        Received++;
        _outcomes[(int)outcome]++;
    }

    internal void CountMade(int frames, bool areCopies)
    {
        Made += frames;
        Copies += areCopies ? frames : 0;
    }

    internal void CountInjected() => Injected++;

    internal void CountStale(int frames) => Stale += frames;

    internal void CountBoardLost(int frames) => BoardLost += frames;
}

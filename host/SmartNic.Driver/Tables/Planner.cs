using SmartNic.Driver.Planning;

namespace SmartNic.Driver.Tables;

/// <summary>What became of a plan.</summary>
/// <param name="Config">What the plan puts in force: without who was skipped.</param>
/// <param name="Errors">Why there is no plan; empty when there is one.</param>
/// <param name="Skipped">The owners that were left out.</param>
internal sealed record PlanOutcome(
    IConfig Config, IReadOnlyList<string> Errors, IReadOnlyList<SkippedOwner> Skipped);

/// <summary>
/// Plans a configuration, and decides what happens when a table has no room: first other hash keys
/// are tried, then the configuration says whether it is refused or goes without some owners.
/// </summary>
/// <param name="world">The tables.</param>
/// <param name="hashKeys">Where new hash keys come from.</param>
internal sealed class Planner(World world, Func<ulong> hashKeys)
{
    /// <summary>
    /// Keys that are tried before a plan is given up: a placement that fails by bad luck at a load
    /// that fits is less likely than one in a thousand.
    /// </summary>
    public const int FreshKeys = 3;

    /// <summary>Owners that an error names before it only counts.</summary>
    private const int Named = 3;

    /// <summary>Plans a transaction; writes nothing. What has no plan changes nothing.</summary>
    /// <param name="config">The new world.</param>
    /// <param name="current">The configuration in force.</param>
    /// <param name="oldGeneration">Generation in force.</param>
    /// <param name="nowNs">The board's time.</param>
    public PlanOutcome Plan(
        IConfig config, IConfig current, int oldGeneration, ulong nowNs)
    {
        var key = world.IsEmpty ? hashKeys() : world.HashKey;
        PlanAttempt Try(IConfig wanted, ulong hashKey) =>
            world.Plan(wanted, oldGeneration, nowNs, hashKey);

        var attempt = Try(config, key);
        for (var n = 0; attempt.IsFull && world.FitsTwice && n < FreshKeys; n++)
        {
            attempt = Try(config, hashKeys());
        }

        if (!attempt.IsFull)
        {
            return new PlanOutcome(config, attempt.Errors, []);
        }

        var omission = config.LeaveOut(current);
        var skipped = new Dictionary<string, SkippedOwner>();
        while (attempt.IsFull && config.LeavesOut && attempt.Unplaced.All(u => u.Owner > 0))
        {
            foreach (var unplaced in attempt.Unplaced)
            {
                var name = attempt.NameOf(unplaced);
                skipped[name] = new SkippedOwner(
                    Words.One, name, unplaced.ToString(), omission.Add(name));
            }

            attempt = Try(omission.Rest, key);
        }

        return attempt.IsFull
            ? new PlanOutcome(config, Refusal(attempt), [])
            : new PlanOutcome(omission.Rest, attempt.Errors, [.. skipped.Values]);
    }

    private OwnerWords Words => world.Features.Words;

    private List<string> Refusal(PlanAttempt attempt)
    {
        string NameOf(Unplaced unplaced) => unplaced.Owner == 0
            ? Words.Nobody
            : $"{Words.One} {attempt.NameOf(unplaced)}";

        var errors = attempt.Unplaced.Take(Named).Select(u => $"{NameOf(u)}: {u}").ToList();
        if (attempt.Unplaced.Count > Named)
        {
            errors.Add($"and {attempt.Unplaced.Count - Named} more");
        }

        errors.Add("remove entries first and add in a second transaction, or set "
            + $"{Words.Setting} to go without the {Words.Many} that have no room");
        return errors;
    }
}

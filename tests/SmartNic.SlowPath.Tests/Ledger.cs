namespace SmartNic.SlowPath.Tests;

/// <summary>Conservation: nothing that came or was made is missing from the counters.</summary>
internal static class Ledger
{
    private static readonly string[] Outcomes =
        [.. Enum.GetValues<SlowPathOutcome>().Select(SlowPathCounters.NameOf)];

    /// <summary>Checks the counters of all and of each tenant.</summary>
    public static void Check(SlowPathCounters counters)
    {
        Check("all", counters.All);
        foreach (string name in new[] { "received", "made", "copies", "injected", "waiting" })
        {
            long tenants = counters.ByTenant.Values.Sum(c => c[name]);
            if (tenants > counters.All[name])
            {
                Assert.Fail($"{name}: {tenants} of tenants, {counters.All[name]} in all");
            }
        }

        foreach ((string name, IReadOnlyDictionary<string, long> counts) in counters.ByTenant)
        {
            Check(name, counts);
        }
    }

    private static void Check(string who, IReadOnlyDictionary<string, long> counts)
    {
        // Not Assert.That: this runs a million times.
        long outcomes = Outcomes.Sum(o => counts[o]);
        if (outcomes != counts["received"])
        {
            Assert.Fail($"{who}: {counts["received"]} punts, {outcomes} outcomes");
        }

        long ends = counts["injected"] + counts["stale"] + counts["board_lost"]
            + counts["waiting"];
        if (ends != counts["made"] || counts.Values.Any(count => count < 0))
        {
            Assert.Fail($"{who}: {counts["made"]} made, {ends} ended or waiting");
        }
    }
}

namespace SmartNic.Driver.Tests.Records;

/// <summary>An owner is killed at every single word that it writes.</summary>
public sealed class RecordKillTests
{
    private const int Seed = 20261130;
    private const int Keys = 24;

    /// <summary>
    /// A record comes, by itself or by moves or into the stash, or it goes: packets find every
    /// other one all the time, the next owner keeps it and what is mended, and a further insert
    /// works.
    /// </summary>
    [TestCase(1)]
    [TestCase(2)]
    public void AtEveryWordTheNextOwnerGoesOn(int interfaces)
    {
        var counts = new Dictionary<string, int>();
        for (var n = 0; n < Keys; n++)
        {
            // Some that are there, some whose signature another one has, and others.
            var key = 5 * n % 59;
            var isKilled = true;
            for (var words = 0; isKilled; words++)
            {
                var run = new RecordRun(Seed, interfaces: interfaces);
                run.Fill(31 - (key % 4));
                isKilled = run.Kill(key, words);
                Assert.That(run.Fault, Is.Null, $"key {key}, {words} words");
                if (!isKilled)
                {
                    foreach (var (what, count) in run.Counts)
                    {
                        counts[what] = counts.GetValueOrDefault(what) + count;
                    }
                }
            }
        }

        TestContext.Out.WriteLine(string.Join(", ", counts));
        Assert.That(counts.Keys, Is.SupersetOf((string[])["moved", "simple", "stashed", "freed"]));
    }
}

namespace SmartNic.Features.Tests.Config;

/// <summary>The reference page is what the fields say.</summary>
public sealed class ReferenceTests
{
    [Test]
    public void ThePageIsInStep() => Assert.That(
        File.ReadAllText(Checkout.At("host", "SmartNic.Features", "CONFIG.md")),
        Is.EqualTo(ConfigReference.Write()),
        "write it again: snic config reference > host/SmartNic.Features/CONFIG.md");

    /// <summary>What the writer spells out is a key of the page, in the same order.</summary>
    [Test]
    public void EveryKeyIsExplained()
    {
        var page = ConfigReference.Write();
        foreach (var key in ConfigWriter.Write(ConfigLoader.Parse(Sample.Full, "f").Config!)
            .Split(['\n', ' ', '{', ',']).Where(word => word.EndsWith(':')).Distinct())
        {
            Assert.That(page, Does.Contain($"`{key[..^1]}`"));
        }
    }

    [TestCase("| `udp_port` | a whole number between 1 and 65535 | 4789 |")]
    [TestCase("| `ttl` | a whole number between 1 and 255 | 64 |")]
    [TestCase("| `packets_per_second` | a whole number between 120 and 100000000 | 10000 |")]
    [TestCase("| `packets_per_second` | a whole number between 120 and 100000000 | 1000 |")]
    [TestCase("| `committed_rate` | a number with kbit/s, Mbit/s or Gbit/s between 64 kbit/s and "
        + "100 Gbit/s, a whole number with packet/s between 125 and 195312500, or unlimited "
        + "| rate |")]
    [TestCase("| `sources` | remotes or any | remotes |")]
    [TestCase("| `endpoints` | a list of maps, see below, at most 64 |")]
    [TestCase("| `flood` | a list, each the name of a remote of this file |")]
    [TestCase("| **`vni`** | a whole number between 1 and 16777215 |")]
    public void ItSaysLimitsAndDefaults(string row) =>
        Assert.That(ConfigReference.Write(), Does.Contain(row));
}

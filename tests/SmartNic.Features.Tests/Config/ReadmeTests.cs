namespace SmartNic.Features.Tests.Config;

/// <summary>The README's file is a file.</summary>
public sealed class ReadmeTests
{
    /// <summary>It loads, it has every key, and the defaults it names are the defaults.</summary>
    [Test]
    public void ExampleLoadsAndNamesTheDefaults()
    {
        var readme = File.ReadAllText(Checkout.At("host", "SmartNic.Features", "README.md"));
        var yaml = readme.Split("```yaml\n")[1].Split("```")[0];
        var result = ConfigLoader.Parse(yaml, "README.md");
        Assert.That(result.Errors, Is.Empty);
        var config = result.Config!;
        var tenant = config.Tenants[0];
        Assert.That(config.SlowPath, Is.EqualTo(SlowPathLimit.WireDefault));
        Assert.That(tenant.SlowPath, Is.EqualTo(SlowPathLimit.TenantDefault));
        Assert.That(
            tenant.CopiesPerSecond, Is.EqualTo(TenantConfig.DefaultCopiesPerSecond));
        Assert.That(config.Remotes[0].Ttl, Is.EqualTo(RemoteConfig.DefaultTtl));
        Assert.That(tenant.Receive.BurstBytes,
            Is.EqualTo(MeterMath.DefaultBurst(tenant.Receive.Rate)));
        var keys = ConfigWriter.Write(config).Split(['\n', ' ', '{', ','])
            .Where(word => word.EndsWith(':')).Distinct().ToList();
        Assert.That(keys, Has.Count.EqualTo(35 + 17));
        Assert.That(keys.Where(key => !yaml.Contains(key, StringComparison.Ordinal)), Is.Empty);
    }
}

using System.Text.Json.Nodes;
using SmartNic.Features.Reading;

namespace SmartNic.Features.Tests.Config;

/// <summary>The JSON schema takes what the reader takes, as far as one value goes.</summary>
public sealed class SchemaTests
{
    private static readonly JsonObject Schema = JsonNode.Parse(ConfigSchema.Write())!.AsObject();

    private static IReadOnlyList<string> Faults(string yaml)
    {
        var errors = new ErrorList("f");
        var root = YamlTree.Read(yaml, errors);
        Assert.That(errors.IsEmpty);
        return [.. MiniSchema.Faults(Schema, root!, "")];
    }

    [Test]
    public void ItTakesWhatTheWriterWrites()
    {
        var config = ConfigLoader.Parse(Sample.Full, "f").Config!;
        Assert.That(Faults(ConfigWriter.Write(config)), Is.Empty);
        Assert.That(Faults(Sample.Full), Is.Empty);
        Assert.That(Faults("version: 1"), Is.Empty);
    }

    /// <summary>Both refuse, at the same key.</summary>
    [TestCase("on_full: refuse", "version")]
    [TestCase("version: 2", "version")]
    [TestCase("version: 1\non_full: maybe", "on_full")]
    [TestCase("version: 1\nfoo: 1", "foo")]
    [TestCase("version: 1\nslow_path: { packets_per_second: 119 }", "packets_per_second")]
    [TestCase("version: 1\ntenants: [{ name: red }]", "vni")]
    [TestCase("version: 1\ntenants: [{ name: Red, vni: 1 }]", "name")]
    [TestCase("version: 1\ntenants: [{ name: red, vni: 16777216 }]", "vni")]
    [TestCase("version: 1\ntenants: [{ name: red, vni: 1, rate: 10 MB }]", "rate")]
    [TestCase("version: 1\ntenants: [{ name: red, vni: 1, rate: 1 Mbit/s, burst: 0 B }]", "burst")]
    [TestCase("version: 1\ntenants: [{ name: red, vni: 1, rate: 1 Mbit/s, on_yellow: remark 64 }]",
        "on_yellow")]
    [TestCase("version: 1\ntenants: { name: red }", "tenants")]
    [TestCase("version: 1\nendpoints: [{ name: a, ip: 1.2.3.4, mac: '03:00:00:00:00:01' }]",
        "mac")]
    public void ItRefusesWhatTheReaderRefuses(string yaml, string key)
    {
        Assert.That(ConfigLoader.Parse(yaml, "f").Errors.Select(e => e.Message),
            Has.Some.Contains(key));
        Assert.That(Faults(yaml), Has.Count.EqualTo(1));
        Assert.That(Faults(yaml).Single(), Does.Contain(key));
    }

    [Test]
    public void EditorsGetDescriptions()
    {
        var ttl = Schema["properties"]!["remotes"]!["items"]!["properties"]!["ttl"]!;
        Assert.That((string?)ttl["description"],
            Is.EqualTo("TTL, of IPv6 the hop limit, of the outer header. "
                + "Value: a whole number between 1 and 255. "
                + "Default: 64."));
    }
}

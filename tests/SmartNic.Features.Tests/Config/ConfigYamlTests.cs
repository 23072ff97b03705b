using System.Diagnostics;

namespace SmartNic.Features.Tests.Config;

/// <summary>What YAML can hold and a gateway's file cannot; and files that are none.</summary>
public sealed class ConfigYamlTests
{
    private static string[] Errors(string text) =>
        [.. ConfigLoader.Parse(text, "f").Errors.Select(e => e.ToString())];

    /// <summary>Each form, refused at its place.</summary>
    [TestCase("version: !!int 1", "f:1:10: expected a value without a tag, found "
        + "'tag:yaml.org,2002:int' (not supported: take it out)")]
    [TestCase("version: 1\ntenants: !!python/object:os.system []", "f:2:10: expected a value "
        + "without a tag, found 'tag:yaml.org,2002:python/object:os.syste...' (not supported: "
        + "take it out)")]
    [TestCase("version: ! 1",
        "f:1:10: expected a value without a tag, found '!' (not supported: take it out)")]
    [TestCase("version: !<x> 1",
        "f:1:10: expected a value without a tag, found 'x' (not supported: take it out)")]
    [TestCase("--- !a\nversion: 1", "f:1:5: expected a value without a tag, found '!a' (not "
        + "supported: take it out)")]
    [TestCase("%TAG !e! tag:x,1:\n---\nversion: 1", "f:1:1: expected no %TAG, found one (tags are "
        + "not supported: take it out)")]
    [TestCase("version: &a 1", "f:1:10: expected a value, found an anchor or an alias (not "
        + "supported)")]
    [TestCase("a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]", "f:1:4: expected a value, found an "
        + "anchor or an alias (not supported)")]
    [TestCase("version: 1\n<<: { tenants: [] }", "f:2:1: file: expected one of version, on_full, "
        + "slow_path, endpoints, firewall, remotes, tenants, found '<<'; there are no merge keys: "
        + "write the keys out")]
    [TestCase("version: 1\n---\nversion: 1", "f:2:1: expected the end of the file, found another "
        + "document (one file, one document: take out what follows)")]
    [TestCase("version: 1\nversion: 1", "f:2:1: file: expected version once, found it again (first "
        + "at line 1)")]
    [TestCase("version: 1\n\"version\": 1", "f:2:1: file: expected version once, found it again "
        + "(first at line 1)")]
    [TestCase("version: 1\n? 'version'\n: 1", "f:2:3: file: expected version once, found it again "
        + "(first at line 1)")]
    [TestCase("version: 1\n\"\\x76ersion\": 1", "f:2:1: file: expected version once, found it "
        + "again (first at line 1)")]
    [TestCase("version: 1\n[a]: 1", "f:2:1: file: expected one of version, on_full, slow_path, "
        + "endpoints, remotes, tenants, found a list")]
    [TestCase("version: 1\ntenant: []", "f:2:1: file: expected one of version, on_full, "
        + "slow_path, endpoints, firewall, remotes, tenants, found 'tenant'; did you mean tenants?")]
    [TestCase("version: 1\nslow-path: {}", "f:2:1: file: expected one of version, on_full, "
        + "slow_path, endpoints, firewall, remotes, tenants, found 'slow-path'; did you mean slow_path?")]
    [TestCase("version: 1\nzzzz: {}", "f:2:1: file: expected one of version, on_full, "
        + "slow_path, endpoints, firewall, remotes, tenants, found 'zzzz'")]
    [TestCase("version: 1\ntenants:\n\t- { name: a, vni: 1 }", "f:3:1: expected spaces, found a "
        + "tab (YAML does not indent by tabs: write spaces)")]
    [TestCase("version: 1\ntenants:\n  \t- { name: a, vni: 1 }", "f:3:3: expected spaces, found a "
        + "tab (YAML does not indent by tabs: write spaces)")]
    [TestCase("version: 1\n\t# a comment\ntenants: []", "f:2:1: expected spaces, found a "
        + "tab (YAML does not indent by tabs: write spaces)")]
    [TestCase("version: 1\n \t \ntenants: []", "f:2:2: expected spaces, found a "
        + "tab (YAML does not indent by tabs: write spaces)")]
    [TestCase("version: 1\n\ufefftenants: []", "f:2:1: expected text, found a byte order mark "
        + "(U+FEFF) in the file")]
    [TestCase("version: 1\r\nx: \u0001", "f:2:4: expected text, found the character U+0001")]
    [TestCase("version: 1\rx: \u0001", "f:2:4: expected text, found the character U+0001")]
    public void FormsThatAGatewayHasNot(string text, string error) =>
        Assert.That(Errors(text), Is.EqualTo(new[] { error }));

    /// <summary>What other editors write is read.</summary>
    [TestCase("version: 1\r\ntenants:\r\n  - name: a\r\n    vni: 1\r\n")]
    [TestCase("version: 1\rtenants:\r  - name: a\r    vni: 1\r")]
    [TestCase("version: 1\ntenants:\t# a list\n  - name: a\n    vni: 1\t\n")]
    [TestCase("%YAML 1.2\n---\nversion: 1\ntenants: [ { name: a, vni: 1 } ]\n...\n")]
    [TestCase("{ \"version\": 1, \"tenants\": [ { \"name\": \"a\", \"vni\": 1 } ] }")]
    public void FormsThatItHas(string text)
    {
        Assert.That(Errors(text), Is.Empty);
        Assert.That(ConfigLoader.Parse(text, "f").Config!.Tenants.Single().Name, Is.EqualTo("a"));
    }

    /// <summary>Messages are for people: nothing of the runtime is in them.</summary>
    [TestCase("version: \"\\x\"")]
    [TestCase("version: \"\\uZZZZ\"")]
    [TestCase("version: \"\\U00110000\"")]
    [TestCase("version: \"\\ud800\"")]
    [TestCase("version: [")]
    [TestCase("a: b: c")]
    [TestCase("%YAML 9.9\n---\nversion: 1")]
    [TestCase("version: |x\n a")]
    [TestCase("version: 'a")]
    [TestCase("- a\nb: c")]
    [TestCase("}")]
    [TestCase("@a")]
    public void WhatIsNotYamlIsSaidPlainly(string text)
    {
        var error = ConfigLoader.Parse(text, "f").Errors.Single();
        TestContext.Out.WriteLine(error);
        Assert.That(error.Line, Is.InRange(1, 3));
        Assert.That(error.Message, Does.StartWith("not YAML: ")
            .And.Not.Match(@"System\.|YamlDotNet|Exception|Parameter|  at "));
    }

    /// <summary>More than a thousand errors are not collected, and not paid for.</summary>
    [Test]
    public void ErrorsAreBounded()
    {
        var text = "version: 1\n" + string.Concat(
            Enumerable.Range(0, 200_000).Select(i => $"k{i}: 1\n"));
        var watch = Stopwatch.StartNew();
        var errors = ConfigLoader.Parse(text, "f").Errors;
        Assert.That(errors, Has.Count.EqualTo(1001));
        Assert.That(errors[^1].Message, Is.EqualTo("more errors than 1000; the rest is not shown"));
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromMinutes(1)));
    }

    /// <summary>Values are counted: a file of brackets is no configuration.</summary>
    [Test]
    public void ValuesAreBounded()
    {
        var text = "x: [" + new string(',', 0) + string.Concat(
            Enumerable.Repeat("[],", ConfigLimits.FileNodes + 1)) + "]";
        Assert.That(Errors(text).Single(), Does.EndWith(
            $"expected at most {ConfigLimits.FileNodes} values, found more"));
    }
}

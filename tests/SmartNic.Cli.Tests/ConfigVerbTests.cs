using System.Text.Json;

namespace SmartNic.Cli.Tests;

/// <summary><c>snic config check</c>; apply and export are in the attach tests.</summary>
public sealed class ConfigVerbTests
{
    [Test]
    public void Check_accepts_a_good_file()
    {
        using var folder = new Folder();
        var path = folder.Write("gateway.yaml", Yaml.TwoTenants);
        Assert.That(Snic.Run("config", "check", path), Is.EqualTo(new SnicResult(
            0, $"{path}: ok: 1 endpoints, 1 remotes, 2 tenants\n", string.Empty)));
    }

    [Test]
    public void Check_names_file_line_and_column_of_each_error()
    {
        using var folder = new Folder();
        var bad = Yaml.TwoTenants.Replace("vni: 200", "vni: 0")
            .Replace("ip: 192.168.202.1", "ip: x");
        var path = folder.Write("gateway.yaml", bad);
        var result = Snic.Run("config", "check", path);
        Assert.That(result.Code, Is.EqualTo(1));
        Assert.That(result.Output, Is.Empty);
        Assert.That(result.Error, Does.Contain($"{path}:5:").And.Contain($"{path}:15:")
            .And.Contain("2 errors"));

        var json = JsonDocument.Parse(Snic.Run("config", "check", path, "--json").Output);
        Assert.That(json.RootElement.GetProperty("ok").GetBoolean(), Is.False);
        Assert.That(json.RootElement.GetProperty("errors").EnumerateArray()
            .Select(error => error.GetProperty("line").GetInt32()), Is.EqualTo([5, 15]));
    }

    [Test]
    public void Check_warns_of_what_can_hardly_be_meant()
    {
        using var folder = new Folder();
        var path = folder.Write("gateway.yaml", Yaml.TwoTenants.Replace("16 KiB", "2 KiB"));
        var result = Snic.Run("config", "check", path);
        Assert.That(result.Code, Is.Zero);
        Assert.That(result.Error, Is.EqualTo($"{path}:10:12: warning: burst: frames of more than "
            + "2048 bytes never pass (the longest have 9196)\n"));
        var json = JsonDocument.Parse(Snic.Run("config", "check", path, "--json").Output);
        Assert.That(json.RootElement.GetProperty("ok").GetBoolean(), Is.True);
        Assert.That(json.RootElement.GetProperty("warnings").GetArrayLength(), Is.EqualTo(1));
    }

    /// <summary>Neither memory nor a stack trace for what is no configuration.</summary>
    [TestCase("/dev/zero", "1:1: expected at most 16777216 bytes (16 MiB), found more")]
    [TestCase("/proc", "1:1: cannot be read: it is a folder; name a file")]
    [TestCase("/no/such", "1:1: cannot be read: there is no such folder")]
    public void Check_of_no_file_is_one_line(string path, string message)
    {
        var result = Snic.Run("config", "check", path);
        Assert.That(result.Code, Is.EqualTo(1));
        Assert.That(result.Error, Does.StartWith($"{path}:{message}"));
        Assert.That(result.Error.TrimEnd().Split('\n'), Has.Length.EqualTo(2));
        Assert.That(result.Error, Does.Not.Match(@"   at |Exception|System\."));
    }

    [Test]
    public void Check_plans_placement_and_says_what_apply_would_say()
    {
        using var folder = new Folder();
        var entries = string.Concat(Enumerable.Range(0, 40_000).Select(n =>
            $"\n      - {{ mac: \"02:00:00:{n >> 16:x2}:{n >> 8 & 255:x2}:{n & 255:x2}\", "
            + "remote: east }"));
        var full = $$"""
            version: 1
            on_full: refuse
            endpoints: [ { name: west, ip: 10.0.0.1, mac: "02:00:00:00:00:01" } ]
            remotes: [ { name: east, ip: 10.0.0.2, mac: "02:00:00:00:00:02", endpoint: west } ]
            tenants:
              - { name: red, vni: 100 }
              - name: hog
                vni: 200
                forwarding:{{entries}}

            """;
        var path = folder.Write("gateway.yaml", full);
        var result = Snic.Run("config", "check", path);
        Assert.That(result.Code, Is.EqualTo(1));
        Assert.That(result.Output, Is.Empty);
        Assert.That(result.Error, Does.StartWith($"{path}: tenant hog: table tx_fdb has no room"));

        path = folder.Write("skip.yaml", full.Replace("on_full: refuse", "on_full: skip_tenant"));
        result = Snic.Run("config", "check", path);
        Assert.That(result.Code, Is.Zero);
        Assert.That(result.Output, Does.Contain("ok: 1 endpoints, 1 remotes, 2 tenants"));
        Assert.That(result.Error, Does.StartWith($"{path}: tenant hog was skipped"));
        var json = JsonDocument.Parse(Snic.Run("config", "check", path, "--json").Output);
        Assert.That(json.RootElement.GetProperty("ok").GetBoolean());
        Assert.That(json.RootElement.GetProperty("skipped")[0].GetProperty("tenant").GetString(),
            Is.EqualTo("hog"));
    }

    [Test]
    public void Apply_checks_the_file_before_it_looks_for_a_gateway()
    {
        using var folder = new Folder();
        var path = folder.Write("gateway.yaml", "version: 7\n");
        var result = Snic.Run("config", "apply", path, "--socket", folder["none.sock"]);
        Assert.That(result.Code, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain($"{path}:1:"));
    }
}

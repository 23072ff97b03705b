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
    public void Apply_checks_the_file_before_it_looks_for_a_gateway()
    {
        using var folder = new Folder();
        var path = folder.Write("gateway.yaml", "version: 7\n");
        var result = Snic.Run("config", "apply", path, "--socket", folder["none.sock"]);
        Assert.That(result.Code, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain($"{path}:1:"));
    }
}

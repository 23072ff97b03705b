using System.Text.Json;

namespace SmartNic.Cli.Tests;

/// <summary><c>firewall list</c> and <c>explain</c>, of a file and of a gateway.</summary>
public sealed class FirewallVerbTests
{
    private const string Rules = """
        version: 1
        firewall:
          - { name: web-in, direction: ingress, action: allow, tags: [ web ], protocol: tcp,
              destination_ports: 80-443 }
          - { name: no-ten, direction: ingress, action: deny, source: 10.0.0.0/8 }
          - { name: ping, direction: ingress, action: allow, protocol: icmp, icmp_type: 8 }
        tenants:
          - { name: red, vni: 100, tags: [ web ], firewall: { ingress: deny } }
          - { name: blue, vni: 200, firewall: { ingress: allow, egress: allow } }
          - { name: green, vni: 300 }
        """;

    private static string[] Explain(string tenant, string protocol, params string[] more) =>
    [
        "firewall", "explain", "--tenant", tenant, "--direction", "ingress", "--protocol", protocol,
        "--source", "10.0.0.1", "--destination", "10.0.0.2", .. more,
    ];

    [TestCase("red", "tcp", "--destination-port 80", "allow: rule web-in")]
    [TestCase("red", "tcp", "--destination-port 79", "deny: rule no-ten")]
    [TestCase("red", "tcp", "--destination-port 443 --fragment", "deny: rule no-ten")]
    [TestCase("red", "tcp", "--destination-port 444", "deny: rule no-ten")]
    [TestCase("blue", "tcp", "--destination-port 80", "deny: rule no-ten")]
    [TestCase("green", "tcp", "", "allow: tenant green has no firewall with ingress")]
    public async Task A_file_and_a_gateway_say_the_same(
        string tenant, string protocol, string more, string expected)
    {
        using var folder = new Folder();
        var path = folder.Write("gateway.yaml", Rules);
        var words = Explain(
            tenant, protocol, more.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var offline = Snic.Run([.. words, "--config", path]);
        Assert.That((offline.Code, offline.Error), Is.EqualTo((0, string.Empty)));
        Assert.That(offline.Output.Split('\n')[0], Is.EqualTo(expected));
        await using var live = await LiveGateway.StartAsync("--config", path);
        Assert.That(live.Output(words), Is.EqualTo(offline.Output));
        using var json = JsonDocument.Parse(live.Output([.. words, "--json"]));
        Assert.That(json.RootElement.GetProperty("board_action").GetString(),
            Is.EqualTo(expected.Split(':')[0]), "what the tables do");
    }

    [Test]
    public void Rules_that_do_not_match_say_why()
    {
        using var folder = new Folder();
        var path = folder.Write("gateway.yaml", Rules.Replace("10.0.0.0/8", "192.0.2.0/24"));
        var output = Snic.Run([.. Explain("red", "icmp", "--icmp-type", "0/0"), "--config", path])
            .Output;
        Assert.That(output, Does.StartWith(
            "deny: no rule matches, and ingress of tenant red is deny\n"));
        Assert.That(output, Does.Match("(?m)^neighbour-discovery +it is for IPv6$")
            .And.Match("(?m)^web-in +protocol icmp is not tcp$")
            .And.Match("(?m)^no-ten +source 10.0.0.1 is not in 192.0.2.0/24$")
            .And.Match("(?m)^ping +icmp_type 0/0 is not 8$"));
    }

    [Test]
    public async Task List_tells_positions_references_and_rows()
    {
        using var folder = new Folder();
        await using var live = await LiveGateway.StartAsync(
            "--config", folder.Write("gateway.yaml", Rules));
        var text = live.Output("firewall", "list");
        Assert.That(text, Does.Match(@"(?m)^ingress +0 +neighbour-discovery \(builtin\) +allow +2$")
            .And.Match(@"(?m)^ingress +\d+ +web-in +allow +1$")
            .And.Match(@"(?m)^ingress +\d+ +no-ten +deny +2$")
            .And.Match(@"(?m)^egress +0 +neighbour-discovery \(builtin\) +allow +1$"));
        using var json = JsonDocument.Parse(live.Output("firewall", "list", "--json"));
        var totals = json.RootElement.GetProperty("totals")[0];
        Assert.That(totals.GetProperty("rules").GetInt32(), Is.EqualTo(4));
        Assert.That(totals.GetProperty("references").GetInt32(), Is.EqualTo(7));
        Assert.That(totals.GetProperty("rows_written").GetInt32(), Is.GreaterThan(0));
    }

    [TestCase("--protocol sctp --source 10.0.0.1 --destination 10.0.0.2", "protocol sctp")]
    [TestCase("--protocol tcp --source 10.0.0.1 --destination ::1", "different IP versions")]
    [TestCase("--protocol tcp --source 10.0.0.0/8 --destination 10.0.0.2", "is no IP address")]
    [TestCase("--protocol tcp --source 10.0.0.1 --destination 10.0.0.2 --tcp-flags xyz", "xyz")]
    public void A_wrong_packet_is_wrong_usage(string words, string expected)
    {
        var result = Snic.Run(
        [
            "firewall", "explain", "--tenant", "red", "--direction", "egress", .. words.Split(' '),
        ]);
        Assert.That(result.Code, Is.EqualTo(2));
        Assert.That(result.Error, Does.Contain(expected));
    }

    [Test]
    public void An_unknown_tenant_is_a_failure()
    {
        using var folder = new Folder();
        var path = folder.Write("gateway.yaml", Rules);
        var result = Snic.Run([.. Explain("rde", "tcp"), "--config", path]);
        Assert.That((result.Code, result.Error.Trim()),
            Is.EqualTo((1, $"snic: {path}: there is no tenant rde")));
    }
}

namespace SmartNic.Features.Tests.Firewall;

/// <summary>Rules in a file: what is read, what is written, and what is wrong with it.</summary>
public sealed class FirewallConfigTests
{
    /// <summary>Every key of a rule, and of a tenant's firewall.</summary>
    private const string Full = """
    version: 1
    firewall:
      - name: web-in
        direction: ingress
        action: allow
        tags: [web, db]
        protocol: tcp
        source: 10.0.0.0/8
        destination: 192.0.2.1
        source_ports: 1024-65535
        destination_ports: 80
        tcp_flags: "syn,!ack"
      - name: ping-in
        direction: ingress
        action: deny
        protocol: icmp
        icmp_type: 8/0
      - name: six-out
        direction: egress
        action: allow
        protocol: 47
        source: "::/0"
        destination: 2001:db8::/32
    tenants:
      - name: red
        vni: 100
        tags: [web]
        firewall: { ingress: deny, egress: allow, non_ip: pass }
      - name: blue
        vni: 200
        tags: [db]
        firewall: { ingress: allow }
      - { name: green, vni: 7 }

    """;

    private static readonly string[] Lines = Full.Split('\n');

    [Test]
    public void AllIsReadAndWrittenAgain()
    {
        var result = ConfigLoader.Parse(Full, "f");
        Assert.That(result.Errors, Is.Empty);
        Assert.That(result.Warnings, Is.Empty);
        var config = result.Config!;
        Assert.That(config.Firewall[0], Is.EqualTo(new RuleConfig
        {
            Name = "web-in",
            Direction = RuleDirection.Ingress,
            Action = RuleAction.Allow,
            Tags = ["web", "db"],
            Protocol = 6,
            Source = new(0xFFFF_0A00_0000, 8, false),
            Destination = new(0xFFFF_C000_0201, 32, false),
            SourcePorts = new(1024, 65535),
            DestinationPorts = new(80, 80),
            TcpFlags = new(2, 16),
        }));
        Assert.That(config.Firewall[2].Source, Is.EqualTo(new IpPrefix(0, 0, true)));
        Assert.That(config.Tenants[0].Firewall, Is.EqualTo(new FirewallConfig
        {
            Ingress = RuleAction.Deny,
            Egress = RuleAction.Allow,
            NonIp = NonIp.Pass,
        }));
        Assert.That(config.Tenants[2].Firewall, Is.EqualTo(FirewallConfig.None));
        var text = ConfigWriter.Write(config);
        Assert.That(ConfigLoader.Parse(text, "f").Config, Is.EqualTo(config));
        Assert.That(text, Does.Contain("    tcp_flags: \"syn,!ack\"\n")
            .And.Contain("    destination: \"2001:db8::/32\"\n")
            .And.Contain("    tags:\n      - web\n      - db\n"));
    }

    [TestCase("direction: egress", "direction: out", "19:16: direction: expected ingress or "
        + "egress, found 'out'")]
    [TestCase("action: deny", "action: drop", "15:13: action: expected allow or deny, found 'drop'")]
    [TestCase("name: ping-in", "name: web-in", "13:11: name: expected a value that is not used "
        + "yet, found 'web-in' (first at line 3)")]
    [TestCase("name: ping-in", "name: neighbour-discovery", "13:11: name: expected another name: "
        + "the rule of this one is built in, found 'neighbour-discovery'")]
    [TestCase("protocol: tcp", "protocol: any", "10:19: source_ports: expected protocol tcp or "
        + "udp beside it, found '1024-65535'|11:24: destination_ports: expected protocol tcp or "
        + "udp beside it, found '80'|12:16: tcp_flags: expected protocol tcp beside it, found "
        + "'syn,!ack'")]
    [TestCase("protocol: tcp", "protocol: udp", "12:16: tcp_flags: expected protocol tcp beside "
        + "it, found 'syn,!ack'")]
    [TestCase("protocol: tcp", "protocol: sctp", "7:15: protocol: expected any, tcp, udp, icmp, "
        + "icmp6 or a number between 0 and 255, found 'sctp'")]
    [TestCase("protocol: icmp", "protocol: udp", "17:16: icmp_type: expected protocol icmp or "
        + "icmp6 beside it, found '8/0'")]
    [TestCase("protocol: 47", "protocol: icmp", "22:13: source: expected IPv4, as protocol is, "
        + "found '::/0'")]
    [TestCase("source: 10.0.0.0/8", "source: \"2001:db8::1\"", "9:18: destination: expected IPv6, "
        + "as source is, found '192.0.2.1'")]
    [TestCase("source: 10.0.0.0/8", "source: 10.0.0.1/8", "8:13: source: expected an address or "
        + "prefix of IPv4 or IPv6 such as 10.0.0.0/8 or \"2001:db8::/32\", found '10.0.0.1/8': "
        + "bits behind its length are set; 10.0.0.0/8 has none")]
    [TestCase("source: 10.0.0.0/8", "source: 10.0.0.0/33", "8:13: source: expected an address or "
        + "prefix of IPv4 or IPv6 such as 10.0.0.0/8 or \"2001:db8::/32\", found '10.0.0.0/33'")]
    [TestCase("\"::/0\"", "\"::ffff:10.0.0.0/104\"", "22:13: source: expected an address or prefix "
        + "of IPv4 or IPv6 such as 10.0.0.0/8 or \"2001:db8::/32\", found '::ffff:10.0.0.0/104': "
        + "::ffff:0:0/96 stands for IPv4 addresses; write the IPv4 address")]
    [TestCase("1024-65535", "65535-1024", "10:19: source_ports: expected a port between 0 and "
        + "65535, or a range such as 1024-65535, found '65535-1024'")]
    [TestCase("destination_ports: 80", "destination_ports: 65536", "11:24: destination_ports: "
        + "expected a port between 0 and 65535, or a range such as 1024-65535, found '65536'")]
    [TestCase("8/0", "8/256", "17:16: icmp_type: expected a type between 0 and 255, or type/code "
        + "such as 3/4, found '8/256'")]
    [TestCase("\"syn,!ack\"", "\"syn,!syn\"", "12:16: tcp_flags: expected flags such as "
        + "\"syn,!ack\" of fin, syn, rst, psh, ack, urg, ece, cwr, each once, found 'syn,!syn'")]
    [TestCase("ingress: deny, egress: allow, ", "", "28:25: non_ip: expected ingress or egress "
        + "beside it, found 'pass'")]
    [TestCase("{ ingress: allow }", "{ ingress: maybe }", "32:26: ingress: expected allow or deny, "
        + "found 'maybe'")]
    [TestCase("tags: [web]", "tags: [web, web]", "27:17: tags: expected a value that is not used "
        + "yet, found 'web' (first at line 27)")]
    public void EachErrorSaysWhere(string old, string now, string expected) => Assert.That(
        ConfigLoader.Parse(Full.Replace(old, now), "f").Errors.Select(e => e.ToString()),
        Is.EqualTo(expected.Split('|').Select(e => $"f:{e}")));

    [TestCase("tags: [db]", "tags: [bd]", "6:17: tags: no tenant has 'db', so the rule holds for "
        + "nobody by it; did you mean bd?")]
    [TestCase("{ ingress: allow }", "{ egress: allow }", "6:17: tags: no tenant that has 'db' is "
        + "filtered: it has no firewall with ingress")]
    public void ATagThatReachesNobodyIsAWarning(string old, string now, string expected)
    {
        var result = ConfigLoader.Parse(Full.Replace(old, now), "f");
        Assert.That(result.Errors, Is.Empty);
        Assert.That(result.Warnings.Select(w => w.ToString()), Is.EqualTo([$"f:{expected}"]));
    }

    /// <summary>One rule of the 512 is built in.</summary>
    [TestCase(511, 511, "")]
    [TestCase(512, 1, "ingress:512:3069")]
    [TestCase(3, 513, "egress:513:3087")]
    public void ThereIsRoomFor511RulesOfADirection(int ingress, int egress, string expected)
    {
        var rules = string.Concat(
            Enumerable.Range(0, ingress).Select(i => Rule($"in-{i}", "ingress"))
                .Concat(Enumerable.Range(0, egress).Select(i => Rule($"out-{i}", "egress"))));
        var result = ConfigLoader.Parse($"version: 1\nfirewall:\n{rules}", "f");
        var found = result.Errors.Select(e => e.ToString());
        Assert.That(found, Is.EqualTo(expected.Split(':') is [var way, var count, var line]
            ? [$"f:{line}:5: firewall: expected at most 511 rules of {way}, as neighbour-discovery "
                + $"is one of 512, found {count}; this is the first too many"]
            : Array.Empty<string>()));
        if (result.Config is { } config)
        {
            Assert.That(PlacementCheck.Run(config).Errors, Is.Empty);
        }
    }

    private static string Rule(string name, string direction) =>
        $"  - name: {name}\n    direction: {direction}\n    action: allow\n    protocol: tcp\n"
        + "    source: 10.0.0.0/8\n    destination_ports: 80\n";

    [Test]
    public void TheLinesOfTheTestsAreThoseOfTheFile() =>
        Assert.That(Lines[27], Does.Contain("firewall: {"));
}

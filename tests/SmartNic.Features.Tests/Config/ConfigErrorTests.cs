namespace SmartNic.Features.Tests.Config;

/// <summary>Every error says where, what was expected, and what was found.</summary>
public sealed class ConfigErrorTests
{
    private static readonly string[] Lines = Sample.Full.Split('\n');

    private static string[] Errors(string text) =>
        [.. ConfigLoader.Parse(text, "gateway.yaml").Errors.Select(e => e.ToString())];

    private const string Packets =
        "a whole number with packet/s between 125 and 195312500, or unlimited, ";

    /// <summary>
    /// One replaced text in the full sample gives exactly one error, at that place.
    /// </summary>
    [TestCase("rate: 100 Mbit/s", "rate: 10 Mb", "13:11: rate: expected a number with kbit/s, "
        + "Mbit/s "
        + "or Gbit/s between 64 kbit/s and 100 Gbit/s, " + Packets + "found '10 Mb'")]
    [TestCase("rate: 100 Mbit/s", "rate: 63 kbit/s", "13:11: rate: expected a number with kbit/s, "
        + "Mbit/s or Gbit/s between 64 kbit/s and 100 Gbit/s, " + Packets + "found '63 kbit/s'")]
    [TestCase("rate: 100 Mbit/s", "rate: 100.1 Gbit/s", "13:11: rate: expected a number with "
        + "kbit/s, "
        + "Mbit/s or Gbit/s between 64 kbit/s and 100 Gbit/s, " + Packets + "found '100.1 Gbit/s'")]
    [TestCase("version: 1", "version: 2", "1:10: version: expected 1, found '2'")]
    [TestCase("vni: 100", "vni: 0", "11:10: vni: expected a whole number between 1 and 16777215, "
        + "found '0'")]
    [TestCase("vni: 100", "vni: 16777216", "11:10: vni: expected a whole number between 1 and "
        + "16777215, found '16777216'")]
    [TestCase("vni: 100", "vni: 0100", "11:10: vni: expected a whole number between 1 and "
        + "16777215, "
        + "found '0100'")]
    [TestCase("vni: 100", "vni: [ 1 ]", "11:10: vni: expected a whole number between 1 and "
        + "16777215, "
        + "found a list")]
    [TestCase("vni: 100", "vni:", "11:9: vni: expected a whole number between 1 and 16777215, "
        + "found nothing")]
    [TestCase("vni: 100", "vni: 7", "24:25: vni: expected a value that is not used yet, found '7' "
        + "(first at line 11)")]
    [TestCase("vni: 100", "vnl: 100", "11:5: tenant: expected one of name, vni, interface, rate, "
        + "meter, metered_length, color_mode, committed_rate, burst, committed_burst, on_green, "
        + "on_yellow, on_red, send, sources, inner_vlan, dscp_mode, dscp, slow_path, "
        + "neighbours, links, mtu, tcp_mss, tags, firewall, forwarding, flood, found 'vnl'; did "
        + "you mean vni?|"
        + "10:5: vni: expected a whole number between 1 and 16777215, found no such "
        + "key")]
    [TestCase("name: blue", "name: red", "23:13: name: expected a value that is not used yet, "
        + "found 'red' (first at line 10)")]
    [TestCase("name: red", "name: Red", "10:11: name: expected a name of a-z, 0-9 and -, up to 63 "
        + "characters, found 'Red'")]
    [TestCase("name: \"0-north\", ", "name: west, ", "5:13: name: expected a value that is not "
        + "used yet, found 'west' (first at line 4)|8:76: endpoint: expected the name of an "
        + "endpoint of "
        + "this file, found '0-north'")]
    [TestCase("ip: 192.168.203.9", "ip: 192.168.203.1", "5:42: ip: expected a value that is not "
        + "used yet, found '192.168.203.1' (first at line 4)")]
    [TestCase("ip: 192.168.203.9", "ip: 192.168.203", "5:42: ip: expected a unicast IPv4 address "
        + "such as 192.0.2.1, found '192.168.203'")]
    [TestCase("ip: 192.168.203.9", "ip: 224.0.0.1", "5:42: ip: expected a unicast IPv4 address "
        + "such as 192.0.2.1, found '224.0.0.1': 224.0.0.0/4 is for multicast groups")]
    [TestCase("\"fd00::1\"", "\"ff02::1\"", "4:57: ip6: expected a unicast IPv6 address such as "
        + "\"2001:db8::1\", found 'ff02::1': ff00::/8 is for multicast groups")]
    [TestCase("mac: \"02:00:00:00:00:09\"", "mac: \"03:00:00:00:00:09\"", "5:62: mac: expected a "
        + "unicast MAC address such as \"02:00:00:00:00:01\", found '03:00:00:00:00:09': a "
        + "group address (lowest bit of the first octet)")]
    [TestCase("endpoint: west", "endpoint: wset", "7:74: endpoint: expected the name of an "
        + "endpoint of "
        + "this file, found 'wset'")]
    [TestCase("ttl: 17", "ttl: 0", "7:85: ttl: expected a whole number between 1 and 255, found "
        + "'0'")]
    [TestCase("remote: east", "remote: esat", "18:55: remote: expected the name of a remote of "
        + "this file, found 'esat'")]
    [TestCase("flood: [ east", "flood: [ \"null\"", "22:22: flood: expected a value that is not "
        + "used yet, found 'null' (first at line 22)")]
    [TestCase("flood: [ east", "flood: [ esat", "22:14: flood: expected the name of a remote of "
        + "this file, found 'esat'")]
    [TestCase("{ ip: \"fd00:1::2\"", "{ ip: 10.0.0.2", "21:15: ip: expected a value that is not "
        + "used yet, found '10.0.0.2' (first at line 20)")]
    [TestCase("committed_rate: 50.5 Mbit/s", "committed_rate: 101 Mbit/s", "14:21: committed_rate: "
        + "expected at most rate, which is 100 Mbit/s (RFC 2698 section 2), found '101 Mbit/s'")]
    [TestCase("    burst: 64 KiB", "    burst: 27 MiB", "15:12: burst: expected at most 25000000 "
        + "B (2 s at 100 Mbit/s), found '27 MiB'")]
    [TestCase("    burst: 64 KiB", "    burst: 0 B", "15:12: burst: expected a whole number of at "
        + "least 1 with B, KiB or MiB, or packet for a rate in packet/s, found '0 B'")]
    [TestCase("burst_packets: 32", "burst_packets: 1001", "17:58: burst_packets: expected at most "
        + "1000 (2 s at packets_per_second), found '1001'")]
    [TestCase("copies_per_second: 2500", "copies_per_second: 0", "17:81: copies_per_second: "
        + "expected a whole number between 1 and 100000000, found '0'")]
    [TestCase("burst_packets: 512", "copies_per_second: 9", "2:41: slow_path: expected one of "
        + "packets_per_second, burst_packets, found 'copies_per_second'; did you mean "
        + "packets_per_second?")]
    [TestCase("packets_per_second: 500", "packets_per_second: 119", "17:38: packets_per_second: "
        + "expected a whole number between 120 and 100000000, found '119'")]
    [TestCase("vni: 16777215 }", "vni: 9, burst: 1 B }", "23:34: burst: expected a rate beside it "
        + "(rate is unlimited), found '1 B'")]
    [TestCase("vni: 16777215 }", "vni: 9, vni: 8 }", "23:27: tenant: expected vni once, found it "
        + "again (first at line 23)")]
    [TestCase("on_yellow: remark 46", "on_yellow: remark 64", "25:18: on_yellow: expected pass, "
        + "drop, or remark with a DSCP between 0 and 63, such as remark 10, found 'remark 64'")]
    [TestCase("vni: 16777215 }", "vni: 9, on_yellow: drop }", "23:38: on_yellow: expected a rate "
        + "beside it (rate is unlimited), found 'drop'")]
    [TestCase("sources: any", "sources: all", "25:38: sources: expected remotes or any, found "
        + "'all'")]
    [TestCase("inner_vlan: keep", "inner_vlan: yes", "25:55: inner_vlan: expected drop or keep, "
        + "found 'yes'")]
    [TestCase("udp_port: 8472", "udp_port: 0", "5:93: udp_port: expected a whole number between 1 "
        + "and 65535, found '0'")]
    [TestCase("  - { name: blue, vni: 16777215 }", "  - blue", "23:5: tenant: expected a map, "
        + "found 'blue'")]
    [TestCase("  - { name: blue, vni: 16777215 }", "  - &x { name: b, vni: 5 }", "23:5: expected a "
        + "value, found an anchor or an alias (not supported)")]
    public void ErrorNamesPlaceExpectedAndFound(string good, string bad, string expected)
    {
        Assert.That(Sample.Full, Does.Contain(good));
        var at = Sample.Full.IndexOf(good, StringComparison.Ordinal);
        var text = Sample.Full[..at] + bad + Sample.Full[(at + good.Length)..];
        var wanted = expected.Split('|').Select(e => "gateway.yaml:" + e);
        Assert.That(Errors(text), Is.EquivalentTo(wanted));
    }

    /// <summary>A file with many faults reports all of them, in file order.</summary>
    [Test]
    public void AllErrorsAreReported()
    {
        var text = Sample.Full.Replace("ttl: 17", "ttl: x", StringComparison.Ordinal)
            .Replace("vni: 100", "vni: -1", StringComparison.Ordinal)
            .Replace("rate: 64 kbit/s", "rate: slow", StringComparison.Ordinal)
            .Replace("interface: 1, ip", "interface: 8, ip", StringComparison.Ordinal);
        var lines = ConfigLoader.Parse(text, "f").Errors.Select(e => e.Line);
        Assert.That(string.Join(' ', lines), Is.EqualTo("5 7 11 24"));
    }

    /// <summary>What is not YAML at all has a place too.</summary>
    [TestCase("version: 1\ntenants: [", 2)]
    [TestCase("version: 1\n\ttenants: []", 2)]
    [TestCase("a: b: c", 1)]
    [TestCase("version: 1\nx: \"\\q\"", 2)]
    [TestCase("version: 1\nx: \0", 2)]
    [TestCase("version: 1\n---\nversion: 1\n", 2)]
    [TestCase("", 1)]
    [TestCase("# nothing\n", 1)]
    [TestCase("- 1", 1)]
    [TestCase("version: 1\nx: *a", 2)]
    public void SyntaxErrorsHaveALine(string text, int line)
    {
        var result = ConfigLoader.Parse(text, "f");
        Assert.That(result.Config, Is.Null);
        Assert.That(result.Errors, Is.Not.Empty);
        Assert.That(result.Errors[0].Line, Is.EqualTo(line));
        Assert.That(result.Errors[0].Message, Is.Not.Empty);
    }

    /// <summary>A file that cannot be read is an error like any other.</summary>
    [Test]
    public void UnreadableFilesAreErrors()
    {
        var absent = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
        Assert.That(ConfigLoader.Load(absent).Errors[0].Message, Does.StartWith("cannot be read"));
        Assert.That(ConfigLoader.Load("").Errors[0].Message, Does.StartWith("cannot be read"));
        File.WriteAllBytes(absent, [0x76, 0xff, 0xfe]);
        try
        {
            Assert.That(ConfigLoader.Load(absent).Errors[0].Message, Does.Contain("offset 1"));
            File.WriteAllText(absent, Sample.Full, new System.Text.UTF8Encoding(true));
            Assert.That(ConfigLoader.Load(absent).Errors, Is.Empty);
        }
        finally
        {
            File.Delete(absent);
        }
    }

    /// <summary>Mutated files never throw, and never fail without saying where.</summary>
    [Test]
    public void GarbageNeverThrows()
    {
        var seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        const string Spice = "{}[]:,-#&*!|>'\"%@`\\\n\t \0\u0085\ud800~?01aé";
        for (var round = 0; round < 2000; round++)
        {
            var text = Sample.Full;
            for (var n = random.Next(1, 12); n > 0; n--)
            {
                var at = random.Next(text.Length);
                var cut = random.Next(0, Math.Min(20, text.Length - at));
                var put = random.Next(3) switch
                {
                    0 => "",
                    1 => Spice[random.Next(Spice.Length)].ToString(),
                    _ => text.Substring(at / 2, Math.Min(10, text.Length - (at / 2))),
                };
                text = text[..at] + put + text[(at + cut)..];
            }

            var result = ConfigLoader.Parse(text, "f");
            Assert.That(result.Config is null, Is.EqualTo(result.Errors.Count > 0), text);
            var last = text.Split(["\r\n", "\n", "\r", "\u0085"], default).Length;
            Assert.That(result.Errors.All(e => e.Line >= 1 && e.Line <= last), text);
            Assert.That(result.Errors.All(e => e.Column >= 1), text);
            if (result.Config is { } config)
            {
                var again = ConfigLoader.Parse(ConfigWriter.Write(config), "again");
                Assert.That(again.Errors, Is.Empty, text);
                Assert.That(again.Config, Is.EqualTo(config), text);
            }
        }
    }

    /// <summary>Deep nesting is refused before it costs a stack.</summary>
    [Test]
    public void DeepNestingIsRefused()
    {
        var result = ConfigLoader.Parse("x: " + new string('[', 5000), "f");
        Assert.That(result.Errors[0].Message, Does.Contain("levels of nesting"));
    }

    /// <summary>The sample stands where the cases above say it does.</summary>
    [Test]
    public void SampleHasTheLinesOfTheCases() =>
        Assert.That(Lines[9], Does.Contain("name: red"));
}

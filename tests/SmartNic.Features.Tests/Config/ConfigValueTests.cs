namespace SmartNic.Features.Tests.Config;

/// <summary>Every kind of value at its limits and in every form that it has not.</summary>
public sealed class ConfigValueTests
{
    private const string RateForm = "rate: expected a number with kbit/s, Mbit/s or Gbit/s between "
        + "64 kbit/s and 100 Gbit/s, a whole number with packet/s between 125 and 195312500, or "
        + "unlimited, found ";

    private const string SizeForm =
        "burst: expected a whole number of at least 1 with B, KiB or MiB, or packet for a rate in "
        + "packet/s, found ";

    private const string PacketsForm =
        "packets_per_second: expected a whole number between 120 and 100000000, found ";

    private const string NameForm =
        "name: expected a name of a-z, 0-9 and -, up to 63 characters, found ";

    private const string MacForm =
        "mac: expected a unicast MAC address such as \"02:00:00:00:00:01\", found ";

    private const string IPv4Form =
        "ip: expected a unicast IPv4 address such as 192.0.2.1, found ";

    private const string IPv6Form =
        "ip6: expected a unicast IPv6 address such as \"2001:db8::1\", found ";

    /// <summary>Rates.</summary>
    [TestCase("64 kbit/s", "")]
    [TestCase("64kbit/s", "")]
    [TestCase("64.000 kbit/s", "")]
    [TestCase("0.064 Mbit/s", "")]
    [TestCase("100 Gbit/s", "")]
    [TestCase("99.999999999 Gbit/s", "")]
    [TestCase("unlimited", "")]
    [TestCase("63.999 kbit/s", RateForm + "'63.999 kbit/s'")]
    [TestCase("100.000000001 Gbit/s", RateForm + "'100.000000001 Gbit/s'")]
    [TestCase("64.0001 kbit/s", RateForm + "'64.0001 kbit/s': not a whole number of bit/s")]
    [TestCase("0064 kbit/s", RateForm + "'0064 kbit/s'")]
    [TestCase("64. kbit/s", RateForm + "'64. kbit/s'")]
    [TestCase(".5 Gbit/s", RateForm + "'.5 Gbit/s'")]
    [TestCase("1.2.3 Mbit/s", RateForm + "'1.2.3 Mbit/s'")]
    [TestCase("1e6 kbit/s", RateForm + "'1e6 kbit/s'")]
    [TestCase("1_000 kbit/s", RateForm + "'1_000 kbit/s'")]
    [TestCase("\"1,000 kbit/s\"", RateForm + "'1,000 kbit/s'")]
    [TestCase("0x40 kbit/s", RateForm + "'0x40 kbit/s'")]
    [TestCase("-64 kbit/s", RateForm + "'-64 kbit/s'")]
    [TestCase("+64 kbit/s", RateForm + "'+64 kbit/s'")]
    [TestCase("NaN", RateForm + "'NaN'")]
    [TestCase(".inf", RateForm + "'.inf'")]
    [TestCase("64", RateForm + "'64'")]
    [TestCase("64  kbit/s", RateForm + "'64  kbit/s'")]
    [TestCase("64 Kbit/s", RateForm + "'64 Kbit/s'")]
    [TestCase("64 kB/s", RateForm + "'64 kB/s'")]
    [TestCase("99999999999999999999999 kbit/s", RateForm + "'99999999999999999999999 kbit/s'")]
    [TestCase("9999999999999999999999999999999 kbit/s",
        RateForm + "'9999999999999999999999999999999 kbit/s'")]
    [TestCase("\"٦٤ kbit/s\"", RateForm + "'٦٤ kbit/s'")]
    [TestCase("", RateForm + "nothing")]
    public void Rate(string value, string message) => Tenant($"rate: {value}", message);

    /// <summary>Bursts: at most 2 s at the rate to the byte, at least one Ethernet frame.</summary>
    [TestCase("10 Mbit/s", "2500000 B", "")]
    [TestCase("10 Mbit/s", "2500001 B",
        "burst: expected at most 2500000 B (2 s at 10 Mbit/s), found '2500001 B'")]
    [TestCase("100 Gbit/s", "24000000000 B", "")]
    [TestCase("100 Gbit/s", "25000000000 B", "")]
    [TestCase("100 Gbit/s", "25000000001 B",
        "burst: expected at most 25000000000 B (2 s at 100 Gbit/s), found '25000000001 B'")]
    [TestCase("10 Mbit/s", "24000000000 B",
        "burst: expected at most 2500000 B (2 s at 10 Mbit/s), found '24000000000 B'")]
    [TestCase("10 Mbit/s", "18446744073709551616 B",
        "burst: expected at most 2500000 B (2 s at 10 Mbit/s), found '18446744073709551616 B'")]
    [TestCase("10 Mbit/s", "999999999999999999999999 MiB",
        "burst: expected at most 2500000 B (2 s at 10 Mbit/s), "
            + "found '999999999999999999999999 MiB'")]
    [TestCase("64 kbit/s", "16000 B", "")]
    [TestCase("64 kbit/s", "16001 B",
        "burst: expected at most 16000 B (2 s at 64 kbit/s), found '16001 B'")]
    [TestCase("64.003 kbit/s", "16000 B", "")]
    [TestCase("64.003 kbit/s", "16001 B",
        "burst: expected at most 16000 B (2 s at 64.003 kbit/s), found '16001 B'")]
    [TestCase("10 Mbit/s", "1 B", "burst: expected at least 1518 B (a frame longer than the burst "
        + "never passes), found '1 B'")]
    [TestCase("10 Mbit/s", "1517 B", "burst: expected at least 1518 B (a frame longer than the "
        + "burst never passes), found '1517 B'")]
    [TestCase("10 Mbit/s", "1518 B", "")]
    [TestCase("10 Mbit/s, metered_length: l1", "1541 B", "burst: expected at least 1542 B (a frame "
        + "longer than the burst never passes), found '1541 B'")]
    [TestCase("10 Mbit/s, metered_length: l3", "1500 B", "")]
    [TestCase("10 Mbit/s, meter: rfc2697, committed_burst: 20 KiB", "1 KiB", "")]
    [TestCase("10 Mbit/s, meter: rfc2697, committed_burst: 1 KiB", "1 KiB", "burst: expected at "
        + "least 1518 B here or as committed_burst (a longer frame is red), found '1 KiB'")]
    [TestCase("10 Mbit/s", "0 B", SizeForm + "'0 B'")]
    [TestCase("10 Mbit/s", "010 KiB", SizeForm + "'010 KiB'")]
    [TestCase("10 Mbit/s", "1.5 MiB", SizeForm + "'1.5 MiB'")]
    [TestCase("10 Mbit/s", "1e3 KiB", SizeForm + "'1e3 KiB'")]
    [TestCase("10 Mbit/s", "1_000 KiB", SizeForm + "'1_000 KiB'")]
    [TestCase("10 Mbit/s", "0x10 KiB", SizeForm + "'0x10 KiB'")]
    [TestCase("10 Mbit/s", "-1 KiB", SizeForm + "'-1 KiB'")]
    [TestCase("10 Mbit/s", "NaN B", SizeForm + "'NaN B'")]
    [TestCase("10 Mbit/s", "65536", SizeForm + "'65536'")]
    [TestCase("10 Mbit/s", "64 KB", SizeForm + "'64 KB'")]
    [TestCase("10 Mbit/s", "64 kib", SizeForm + "'64 kib'")]
    [TestCase("10 Mbit/s", "1 GiB", SizeForm + "'1 GiB'")]
    public void Burst(string rate, string value, string message) =>
        Tenant($"rate: {rate}, burst: {value}", message);

    /// <summary>Limits of the slow path, alone with a default burst that follows.</summary>
    [TestCase("packets_per_second: 120", "")]
    [TestCase("packets_per_second: 100000000", "")]
    [TestCase("packets_per_second: 119", PacketsForm + "'119'")]
    [TestCase("packets_per_second: 100000001", PacketsForm + "'100000001'")]
    [TestCase("packets_per_second: 4294967416", PacketsForm + "'4294967416'")]
    [TestCase("packets_per_second: 0500", PacketsForm + "'0500'")]
    [TestCase("packets_per_second: 5_00", PacketsForm + "'5_00'")]
    [TestCase("packets_per_second: 0x200", PacketsForm + "'0x200'")]
    [TestCase("packets_per_second: 5e2", PacketsForm + "'5e2'")]
    [TestCase("packets_per_second: 500.0", PacketsForm + "'500.0'")]
    [TestCase("packets_per_second: -500", PacketsForm + "'-500'")]
    [TestCase("packets_per_second: .nan", PacketsForm + "'.nan'")]
    [TestCase("packets_per_second: 120, burst_packets: 240", "")]
    [TestCase("packets_per_second: 120, burst_packets: 241", "burst_packets: expected at most 240 "
        + "(2 s at packets_per_second), found '241'")]
    [TestCase("packets_per_second: 100000000, burst_packets: 200000000", "")]
    [TestCase("packets_per_second: 100000000, burst_packets: 200000001", "burst_packets: expected "
        + "a whole number between 1 and 200000000, found '200000001'")]
    public void SlowPath(string fields, string message) =>
        Tenant($"slow_path: {{ {fields} }}", message);

    /// <summary>A default never breaks the rule that a written value has to keep.</summary>
    [Test]
    public void DefaultBurstOfALimitIsAtMostTwoSeconds()
    {
        var result = ConfigLoader.Parse("version: 1\nslow_path: { packets_per_second: 120 }", "f");
        Assert.That(result.Errors, Is.Empty);
        Assert.That(result.Config!.SlowPath, Is.EqualTo(new SlowPathLimit(120, 240)));
    }

    /// <summary>Names.</summary>
    [TestCase("a", "")]
    [TestCase("\"-\"", "")]
    [TestCase("007", "")]
    [TestCase("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "")]
    [TestCase("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        NameForm + "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa...'")]
    [TestCase("Red", NameForm + "'Red'")]
    [TestCase("a_b", NameForm + "'a_b'")]
    [TestCase("a.b", NameForm + "'a.b'")]
    [TestCase("a b", NameForm + "'a b'")]
    [TestCase("é", NameForm + "'é'")]
    [TestCase("\"\"", NameForm + "''")]
    [TestCase("\"a\\nb\"", NameForm + "'a\\u000ab'")]
    [TestCase("\"a\\e[31m\"", NameForm + "'a\\u001b[31m'")]
    [TestCase("\"a\\u202eb\"", NameForm + "'a\\u202eb'")]
    [TestCase("~", NameForm + "'~'")]
    public void Name(string value, string message) =>
        Check($"version: 1\ntenants: [ {{ vni: 5, name: {value} }} ]\n", message);

    /// <summary>Ethernet addresses.</summary>
    [TestCase("02:00:00:00:00:01", "")]
    [TestCase("FE:fe:00:00:00:01", "")]
    [TestCase("01:00:5e:00:00:01",
        MacForm + "'01:00:5e:00:00:01': a group address (lowest bit of the first octet)")]
    [TestCase("ff:ff:ff:ff:ff:ff",
        MacForm + "'ff:ff:ff:ff:ff:ff': a group address (lowest bit of the first octet)")]
    [TestCase("00:00:00:00:00:00",
        MacForm + "'00:00:00:00:00:00': no card has the address zero")]
    [TestCase("02-00-00-00-00-01", MacForm + "'02-00-00-00-00-01'")]
    [TestCase("0200.0000.0001", MacForm + "'0200.0000.0001'")]
    [TestCase("2:0:0:0:0:1", MacForm + "'2:0:0:0:0:1'")]
    [TestCase("02:00:00:00:00", MacForm + "'02:00:00:00:00'")]
    [TestCase("02:00:00:00:00:01:02:03", MacForm + "'02:00:00:00:00:01:02:03'")]
    [TestCase("02:00:00:00:00:0g", MacForm + "'02:00:00:00:00:0g'")]
    public void Mac(string value, string message) =>
        Endpoint($"ip: 192.0.2.1, mac: \"{value}\"", message);

    /// <summary>IPv4 addresses of endpoints.</summary>
    [TestCase("192.0.2.1", "")]
    [TestCase("169.254.1.1", "")]
    [TestCase("223.255.255.255", "")]
    [TestCase("127.0.0.1", IPv4Form + "'127.0.0.1': 127.0.0.0/8 is the loopback of a host")]
    [TestCase("127.255.255.255",
        IPv4Form + "'127.255.255.255': 127.0.0.0/8 is the loopback of a host")]
    [TestCase("0.0.0.0", IPv4Form + "'0.0.0.0': 0.0.0.0/8 is no address of a host")]
    [TestCase("0.1.2.3", IPv4Form + "'0.1.2.3': 0.0.0.0/8 is no address of a host")]
    [TestCase("224.0.0.1", IPv4Form + "'224.0.0.1': 224.0.0.0/4 is for multicast groups")]
    [TestCase("240.0.0.1", IPv4Form + "'240.0.0.1': 240.0.0.0/4 is reserved")]
    [TestCase("255.255.255.255", IPv4Form + "'255.255.255.255': the broadcast address")]
    [TestCase("192.0.2", IPv4Form + "'192.0.2'")]
    [TestCase("192.0.2.256", IPv4Form + "'192.0.2.256'")]
    [TestCase("192.0.02.1", IPv4Form + "'192.0.02.1'")]
    [TestCase("0xc0.0.2.1", IPv4Form + "'0xc0.0.2.1'")]
    [TestCase("192.0.2.1/24", IPv4Form + "'192.0.2.1/24'")]
    [TestCase("3221225985", IPv4Form + "'3221225985'")]
    [TestCase("\"2001:db8::1\"", IPv4Form + "'2001:db8::1'")]
    public void IPv4(string value, string message) =>
        Endpoint($"ip: {value}, mac: \"02:00:00:00:00:01\"", message);

    /// <summary>IPv6 addresses of endpoints.</summary>
    [TestCase("2001:db8::1", "")]
    [TestCase("2001:DB8:0:0:0:0:0:1", "")]
    [TestCase("fe80::1", "")]
    [TestCase("64:ff9b::192.0.2.1", "")]
    [TestCase("::", IPv6Form + "'::': :: is no address")]
    [TestCase("::1", IPv6Form + "'::1': ::1 is the loopback of a host")]
    [TestCase("0:0:0:0:0:0:0:1", IPv6Form + "'0:0:0:0:0:0:0:1': ::1 is the loopback of a host")]
    [TestCase("ff02::1", IPv6Form + "'ff02::1': ff00::/8 is for multicast groups")]
    [TestCase("::ffff:192.0.2.1", IPv6Form + "'::ffff:192.0.2.1': ::ffff:0:0/96 stands for IPv4 "
        + "addresses; write the IPv4 address")]
    [TestCase("::192.0.2.1",
        IPv6Form + "'::192.0.2.1': ::/96 stood for IPv4 addresses and is no longer used")]
    [TestCase("fe80::1%eth0", IPv6Form + "'fe80::1%eth0'")]
    [TestCase("[2001:db8::1]", IPv6Form + "'[2001:db8::1]'")]
    [TestCase("2001:db8::1/64", IPv6Form + "'2001:db8::1/64'")]
    [TestCase("2001:db8:::1", IPv6Form + "'2001:db8:::1'")]
    [TestCase("2001::db8::1", IPv6Form + "'2001::db8::1'")]
    [TestCase("1:2:3:4:5:6:7", IPv6Form + "'1:2:3:4:5:6:7'")]
    [TestCase("192.0.2.1", IPv6Form + "'192.0.2.1'")]
    public void IPv6(string value, string message) =>
        Endpoint($"ip: 192.0.2.1, mac: \"02:00:00:00:00:01\", ip6: \"{value}\"", message);

    [TestCase("ip: 192.0.2.1, udp_port: 6081",
        "udp_port: expected a port other than that of Geneve, found '6081'")]
    [TestCase("udp_port: 5", "ip: expected an address here or as ip6, found no such key")]
    [TestCase("ip6: \"2001:db8::1\", geneve: accept, nvgre: accept", "")]
    [TestCase("ip: 192.0.2.1, geneve: maybe", "geneve: expected drop or accept, found 'maybe'")]
    public void Tunnels(string value, string message) =>
        Endpoint($"mac: \"02:00:00:00:00:01\", {value}", message);

    private const string Six = "ip: \"2001:db8::2\"";
    private const string Bytes = "options: expected Geneve options in hexadecimal digits, up to "
        + "40 bytes, such as \"0102 80 01 0000002a\", found ";

    [TestCase("ip: 192.0.2.2, endpoint: both", "")]
    [TestCase($"{Six}, endpoint: both, tunnel: nvgre", "")]
    [TestCase($"{Six}, endpoint: old",
        "ip: expected an IPv4 address, as endpoint old has no other, found '2001:db8::2'")]
    [TestCase("ip: 192.0.2.2, endpoint: new",
        "ip: expected an IPv6 address, as endpoint new has no other, found '192.0.2.2'")]
    [TestCase("ip: 192.0.2.2, endpoint: old, tunnel: l2tp",
        "tunnel: expected vxlan, geneve, nvgre, gretap, gre or ipip, found 'l2tp'")]
    [TestCase("ip: 192.0.2.2, endpoint: old, tunnel: gre, key: 4294967295", "")]
    [TestCase("ip: 192.0.2.2, endpoint: old, tunnel: gretap, key: 0", "")]
    [TestCase("ip: 192.0.2.2, endpoint: old, tunnel: ipip, key: 1",
        "key: expected gretap or gre as tunnel, found '1'")]
    [TestCase("ip: 192.0.2.2, endpoint: old, key: 0",
        "key: expected gretap or gre as tunnel, found '0'")]
    [TestCase("ip: \"2001:db8::1\", endpoint: both", "ip: expected the address of another gateway "
        + "(this one is an endpoint of this file), found '2001:db8::1'")]
    [TestCase($"{Six}, endpoint: new, tunnel: geneve, options: \"0102 80 01 0000002A\"", "")]
    [TestCase($"{Six}, endpoint: new, tunnel: geneve, options: \"\"", "")]
    [TestCase($"{Six}, endpoint: new, tunnel: geneve, options: \"0102 80 02 0000002A\"",
        $"{Bytes}'0102 80 02 0000002A': an option goes on behind byte 8")]
    [TestCase($"{Six}, endpoint: new, tunnel: geneve, options: \"010\"", $"{Bytes}'010'")]
    [TestCase($"{Six}, endpoint: new, tunnel: geneve, options: \"01028000 01028000 01028000 "
        + "01028000 01028000 01028000 01028000 01028000 01028000 01028000 01028000\"",
        $"{Bytes}'01028000 01028000 01028000 01028000 0102...': 44 bytes")]
    [TestCase($"{Six}, endpoint: new, options: \"01028000\"",
        "options: expected geneve as tunnel, found '01028000'")]
    public void Remotes(string remote, string message) => Check($$"""
        version: 1
        endpoints:
          - { name: old, ip: 192.0.2.1, mac: "02:00:00:00:00:01" }
          - { name: new, ip6: "2001:db8::1", mac: "02:00:00:00:00:01" }
          - { name: both, ip: 192.0.2.7, ip6: "2001:db8::7", mac: "02:00:00:00:00:01" }
        remotes:
          - { name: east, mac: "02:00:00:00:00:02", {{remote}} }
        """, message);

    [TestCase("links: [ { remote: tap }, { remote: site, %a, %b } ]", "")]
    [TestCase("links: [ { remote: tap } ], flood: [ tap ]", "")]
    [TestCase("links: [ { remote: east } ]", "remote: expected a remote of this file whose tunnel "
        + "is gretap, gre or ipip, found 'east'")]
    [TestCase("links: [ { remote: tap }, { remote: tap } ]",
        "remote: expected a value that is not used yet, found 'tap' (first at line 9)")]
    [TestCase("links: [ { remote: site, %a } ]", "station: expected an Ethernet address, as this "
        + "tunnel carries none, found no such key")]
    [TestCase("links: [ { remote: tap, %a } ]",
        "gateway: expected gre or ipip as tunnel of the remote, found '02:00:00:00:01:fe'")]
    [TestCase("forwarding: [ { mac: \"02:00:00:00:01:02\", remote: tap } ]",
        "remote: expected a remote with a VNI, or of a link of this tenant, found 'tap'")]
    [TestCase("links: [ { remote: site, %a, %b } ], flood: [ site ]", "flood: expected a remote "
        + "that Ethernet goes to (what goes to this one is for its link's gateway), found 'site'")]
    [TestCase("links: [ { remote: site, %a, %b } ], "
        + "forwarding: [ { mac: \"02:00:00:00:01:fe\", remote: east } ]", "mac: expected another "
        + "address than that of a link's gateway, found '02:00:00:00:01:fe'")]
    public void Links(string tenant, string message) => Check($$"""
        version: 1
        endpoints:
          - { name: west, ip: 192.0.2.1, mac: "02:00:00:00:00:01" }
        remotes:
          - { name: east, mac: "02:00:00:00:00:02", ip: 192.0.2.2, endpoint: west }
          - { name: tap, mac: "02:00:00:00:00:02", ip: 192.0.2.2, endpoint: west, tunnel: gretap }
          - { name: site, mac: "02:00:00:00:00:02", ip: 192.0.2.2, endpoint: west, tunnel: gre }
        tenants:
          - { name: red, vni: 1, {{tenant.Replace("%a", "gateway: \"02:00:00:00:01:fe\"")
              .Replace("%b", "station: \"02:00:00:00:01:01\"")}} }
        """, message);

    [Test]
    public void ALinkIsOneTenants() => Check("""
        version: 1
        endpoints:
          - { name: west, ip: 192.0.2.1, mac: "02:00:00:00:00:01" }
        remotes:
          - { name: tap, mac: "02:00:00:00:00:02", ip: 192.0.2.2, endpoint: west, tunnel: gretap }
        tenants:
          - { name: red, vni: 1, links: [ { remote: tap } ] }
          - { name: blue, vni: 2, links: [ { remote: tap } ] }
        """, "remote: expected a value that is not used yet, found 'tap' (first at line 7)");

    [Test]
    public void AddressesFromZeroAreReserved() =>
        Endpoint("mac: \"02:00:00:00:00:01\", ip6: \"::5:0:0:1\"",
            $"{IPv6Form}'::5:0:0:1': ::/64 is reserved");

    /// <summary>A tunnel to oneself.</summary>
    [Test]
    public void ARemoteIsAnotherGateway() => Check("""
        version: 1
        endpoints:
          - { name: west, ip: 192.0.2.1, mac: "02:00:00:00:00:01" }
        remotes:
          - { name: east, ip: 192.0.2.1, mac: "02:00:00:00:00:02", endpoint: west }
        """, "ip: expected the address of another gateway (this one is an endpoint of this file), "
            + "found '192.0.2.1'");

    /// <summary>What passes but hardly as it was meant.</summary>
    [TestCase("burst: 9219 B, metered_length: l1",
        "frames of more than 9195 bytes never pass (the longest have 9196)")]
    [TestCase("burst: 9182 B, metered_length: l3", "")]
    [TestCase("burst: 4 KiB", "frames of more than 4096 bytes never pass (the longest have 9196)")]
    [TestCase("burst: 9195 B", "frames of more than 9195 bytes never pass (the longest have 9196)")]
    [TestCase("burst: 9196 B", "")]
    [TestCase("committed_burst: 1 B",
        "frames of more than 1 bytes are never green (the longest have 9196)")]
    public void AShortBurstIsAWarning(string field, string message)
    {
        var result = ConfigLoader.Parse(
            $"version: 1\ntenants: [ {{ name: a, vni: 1, rate: 1 Mbit/s, {field} }} ]\n", "f");
        Assert.That(result.Errors, Is.Empty);
        Assert.That(result.Warnings.Select(w => w.Message),
            Is.EqualTo(message.Length == 0 ? [] : new[] { $"{field.Split(':')[0]}: {message}" }));
        Assert.That(result.Warnings.All(w => w.Line == 2 && w.Column > 40));
    }

    private const string Short = "rate: 1 Mbit/s, burst: 9174 B";

    [TestCase($"{Short}, meter: rfc2697, committed_burst: 20 KiB", "")]
    [TestCase($"{Short}, meter: rfc2697, committed_rate: 1000 kbit/s", "")]
    [TestCase($"{Short}, meter: rfc2697, committed_rate: 500 kbit/s", "committed_rate: expected "
        + "rate, which is 1 Mbit/s (RFC 2697 section 2 has one), found '500 kbit/s'")]
    [TestCase("rate: 1 Mbit/s, meter: rfc4115, committed_rate: 936 kbit/s", "")]
    [TestCase("rate: 1 Mbit/s, meter: rfc4115, committed_rate: 937 kbit/s",
        "committed_rate: expected a committed_rate that leaves 64 kbit/s of rate, which is 1 "
        + "Mbit/s, for the excess (RFC 4115 section 2), found '937 kbit/s'")]
    [TestCase("rate: 1 Mbit/s, meter: rfc4115", "meter: expected a committed_rate that leaves 64 "
        + "kbit/s of rate, which is 1 Mbit/s, for the excess (RFC 4115 section 2), found "
        + "'rfc4115'")]
    [TestCase("rate: 1 Mbit/s, meter: rfc4115, committed_rate: 900 kbit/s, burst: 25001 B",
        "burst: expected at most 25000 B (2 s at 100 kbit/s), found '25001 B'")]
    [TestCase("rate: 1 Mbit/s, meter: rfc9999",
        "meter: expected rfc2698, rfc2697 or rfc4115, found 'rfc9999'")]
    [TestCase("meter: rfc2697",
        "meter: expected a rate beside it (rate is unlimited), found 'rfc2697'")]
    [TestCase("color_mode: aware",
        "color_mode: expected a rate beside it (rate is unlimited), found 'aware'")]
    [TestCase("metered_length: l1",
        "metered_length: expected a rate beside it (rate is unlimited), found 'l1'")]
    [TestCase("rate: 1 Mbit/s, metered_length: l4",
        "metered_length: expected l2, l1 or l3, found 'l4'")]
    [TestCase("rate: 125 packet/s, burst: 1 packet, committed_rate: 125 packet/s", "")]
    [TestCase("rate: 195312500 packet/s", "")]
    [TestCase("rate: 1000 packet/s, metered_length: l3", "metered_length: expected a rate in bit/s "
        + "beside it (rate is 1000 packet/s), found 'l3'")]
    [TestCase("rate: 1000 packet/s, burst: 64 KiB", "burst: expected a number of packet, as rate "
        + "is 1000 packet/s, found '64 KiB'")]
    [TestCase("rate: 1000 packet/s, burst: 2001 packet", "burst: expected at most 2000 packet (2 s "
        + "at 1000 packet/s), found '2001 packet'")]
    [TestCase("rate: 1 Mbit/s, burst: 2 packet", "burst: expected a number of bytes, as rate is 1 "
        + "Mbit/s, found '2 packet'")]
    [TestCase("rate: 1000 packet/s, committed_rate: 1 Mbit/s", "committed_rate: expected the unit "
        + "of rate, which is 1000 packet/s, found '1 Mbit/s'")]
    [TestCase("rate: 1 Mbit/s, on_green: remark 18, on_yellow: drop, on_red: remark 22", "")]
    [TestCase("rate: 1 Mbit/s, on_green: drop", "on_green: expected pass, or remark with a DSCP "
        + "between 0 and 63, such as remark 10, found 'drop'")]
    [TestCase("rate: 1 Mbit/s, on_red: remark 64", "on_red: expected pass, drop, or remark with a "
        + "DSCP between 0 and 63, such as remark 10, found 'remark 64'")]
    [TestCase("on_green: remark 18",
        "on_green: expected a rate beside it (rate is unlimited), found 'remark 18'")]
    [TestCase("on_red: pass",
        "on_red: expected a rate beside it (rate is unlimited), found 'pass'")]
    public void Meters(string fields, string message) => Tenant(fields, message);

    [TestCase("124 packet/s")]
    [TestCase("195312501 packet/s")]
    [TestCase("1.5 packet/s")]
    [TestCase("0 packet/s")]
    [TestCase("0 kbit/s")]
    public void ARateOfTheWrongSizeIsRefused(string rate)
    {
        var errors = ConfigLoader.Parse(
            $"version: 1\ntenants: [ {{ name: a, vni: 1, rate: {rate} }} ]\n", "f").Errors;
        Assert.That(errors.Single().Message, Does.StartWith("rate: expected").And.Contain(
            $"found '{rate}'"));
    }

    /// <summary>What the writer writes of a meter is read as the same meter.</summary>
    [TestCase("rate: 2 Gbit/s, meter: rfc4115, committed_rate: 1 Gbit/s, color_mode: aware")]
    [TestCase("rate: 64 kbit/s, meter: rfc2697, metered_length: l3, committed_burst: 1 B")]
    [TestCase("rate: 1000 packet/s, committed_rate: 500 packet/s, burst: 70 packet")]
    [TestCase("rate: 777 packet/s, meter: rfc4115, committed_rate: 200 packet/s")]
    [TestCase("rate: 195312499 packet/s, meter: rfc2697, color_mode: aware")]
    [TestCase("rate: 1 Gbit/s, on_green: remark 18, on_yellow: remark 20, on_red: remark 0")]
    [TestCase("rate: 1 Gbit/s, on_red: pass")]
    public void AMeterIsReadAsWritten(string fields)
    {
        var yaml = $"version: 1\ntenants: [ {{ name: a, vni: 1, {fields} }} ]\n";
        var config = ConfigLoader.Parse(yaml, "f").Config!;
        var again = ConfigLoader.Parse(ConfigWriter.Write(config), "f");
        Assert.That(again.Errors, Is.Empty);
        Assert.That(again.Config!.Tenants[0], Is.EqualTo(config.Tenants[0]));
    }

    /// <summary>Also a key of 0, which is none of none.</summary>
    [TestCase("tunnel: gretap, key: 0", "")]
    [TestCase("tunnel: gretap", "")]
    [TestCase("tunnel: gre, key: 4294967295",
        ", gateway: \"02:00:00:00:01:fe\", station: \"02:00:00:00:01:01\"")]
    public void ALinkIsReadAsWritten(string remote, string link)
    {
        var config = ConfigLoader.Parse($$"""
            version: 1
            endpoints: [ { name: west, ip: 192.0.2.1, mac: "02:00:00:00:00:01" } ]
            remotes:
              - { name: r, mac: "02:00:00:00:00:02", ip: 192.0.2.2, endpoint: west, {{remote}} }
            tenants: [ { name: a, vni: 1, links: [ { remote: r{{link}} } ] } ]
            """, "f").Config!;
        var again = ConfigLoader.Parse(ConfigWriter.Write(config), "f");
        Assert.That(again.Errors, Is.Empty);
        Assert.That(again.Config!.Remotes, Is.EqualTo(config.Remotes));
        Assert.That(again.Config!.Tenants, Is.EqualTo(config.Tenants));
    }

    private static void Tenant(string fields, string message) =>
        Check($"version: 1\ntenants: [ {{ name: a, vni: 5, {fields} }} ]\n", message);

    private static void Endpoint(string fields, string message) =>
        Check($"version: 1\nendpoints: [ {{ name: a, {fields} }} ]\n", message);

    private static void Check(string yaml, string message)
    {
        var errors = ConfigLoader.Parse(yaml, "f").Errors;
        Assert.That(errors.Select(e => e.Message),
            Is.EqualTo(message.Length == 0 ? [] : new[] { message }));
        Assert.That(errors.All(e => e.Line > 1 && e.Column > 1));
    }
}

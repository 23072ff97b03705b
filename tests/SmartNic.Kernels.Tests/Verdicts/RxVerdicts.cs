using SmartNic.Hls.Language;
using SmartNic.Testing;

namespace SmartNic.Kernels.Tests.Verdicts;

/// <summary>Frames from the wire: each is right but for one thing.</summary>
internal static class RxVerdicts
{
    private const uint Key = 0xC0FFEE42;

    private static readonly int[] Both = [4, 6];

    private static readonly byte[] Inner = Frames.UdpFrame(2, 4, 100);

    private static string Local(int version) => version == 4 ? RxWorld.Local : RxWorld.Local6;

    private static string Remote(int version) => version == 4 ? RxWorld.Remote : RxWorld.Remote6;

    /// <summary>All of them.</summary>
    public static IEnumerable<VerdictCase> All() =>
    [
        .. OfEthernet(), .. OfIpv4(), .. OfIpv6(), .. OfQuestions(), .. OfUdp(), .. OfGeneve(),
        .. OfGre(), .. OfIpip(), .. OfTenant(), .. OfMeter(),
    ];

    private static IEnumerable<VerdictCase> OfEthernet()
    {
        VerdictCase Case(string what, string source, Reason reason, byte[] frame) =>
            new("Ethernet", what, source, reason, [() => World().Run(frame)]);
        yield return new("Ethernet", "marked bad by the MAC", "IEEE 802.3 section 4.2.4",
            Reasons.BadFrame, [() => World().Run(Vxlan(4, Inner), bad: true)]);
        yield return Case("13 bytes", "IEEE 802.3 section 3.2", Reasons.BadFrame, new byte[13]);
        yield return Case("9217 bytes", "ARCHITECTURE.md", Reasons.BadFrame, Long(9217));
        yield return Case("9216 bytes", "ARCHITECTURE.md", Reasons.Host, Long(9216));
        yield return Case("a type that is no IP and no ARP", "IEEE 802.3 section 3.2.6",
            Reasons.NotTunnel, Frames.Ethernet(2, 4, 0x88B5, new byte[60]));
        yield return Case("a third VLAN tag", "IEEE 802.1Q section 9.5", Reasons.NotTunnel,
            Frames.Tag(Frames.Tagged(Vxlan(4, Inner), 2), 0x88A8, 7));
        yield return Case("one VLAN tag", "IEEE 802.1Q section 9.5", Reasons.Host,
            Frames.Tagged(Vxlan(4, Inner), 1));
    }

    private static IEnumerable<VerdictCase> OfIpv4()
    {
        VerdictCase Case(string what, string source, Reason reason, byte[] frame) =>
            new("outer IPv4", what, source, reason, [() => World().Run(frame)]);
        byte[] good = Vxlan(4, Inner);
        yield return Case("version 6", "RFC 791 section 3.1", Reasons.OuterHeader,
            With(good, 14, 0x65));
        yield return Case("header of 4 words", "RFC 791 section 3.1", Reasons.OuterHeader,
            With(good, 14, 0x44));
        yield return Case("cut in its header", "RFC 791 section 3.1", Reasons.OuterLength,
            good[..30]);
        yield return Case("total length below the header", "RFC 791 section 3.1",
            Reasons.OuterLength, With(good, 16, 0, 19));
        yield return Case("total length beyond the frame", "RFC 791 section 3.1",
            Reasons.OuterLength, good[..^1]);
        yield return Case("bytes behind it", "RFC 894", Reasons.Host, [.. good, 0xEE, 0xEE]);
        yield return Case("wrong checksum", "RFC 1122 section 3.2.1.2", Reasons.OuterChecksum,
            With(good, 24, 0, 0));
        yield return Case("a first fragment", "RFC 7348 section 4.3", Reasons.OuterFragment,
            Ipv4(Frames.Udp(1, 4789, Frames.Vxlan(100, Inner)), 0x2000));
        yield return Case("another fragment", "RFC 7348 section 4.3", Reasons.OuterFragment,
            Ipv4(Frames.Udp(1, 4789, Frames.Vxlan(100, Inner)), 5));
        yield return Case("another protocol, TCP", "RFC 791 section 3.1", Reasons.NotTunnel,
            TunnelKindTests.Ip(4, 6, new byte[40]));
        yield return Case("to an address that is not ours", "RFC 1122 section 3.2.1.3",
            Reasons.ForeignAddress, To(4, RxWorld.Remote, "192.0.2.3"));
        foreach (var (what, ip) in ((string, string)[])
        [
            ("this network", "0.1.2.3"), ("loopback", "127.0.0.1"), ("a group", "224.0.0.1"),
            ("broadcast", "255.255.255.255"),
        ])
        {
            yield return Case($"from {what}", "RFC 1122 section 3.2.1.3", Reasons.InvalidSource,
                To(4, ip, RxWorld.Local));
        }

        yield return Case("from ourselves", "RFC 1122 section 3.2.1.3", Reasons.ForeignSource,
            To(4, RxWorld.Local, RxWorld.Local));
        yield return Case("from no remote of the tenant", "`sources`", Reasons.ForeignSource,
            To(4, "192.0.2.3", RxWorld.Local));
    }

    private static IEnumerable<VerdictCase> OfIpv6()
    {
        VerdictCase Case(string what, string source, Reason reason, byte[] frame) =>
            new("outer IPv6", what, source, reason, [() => World().Run(frame)]);
        byte[] good = Vxlan(6, Inner);
        yield return Case("version 4", "RFC 8200 section 3", Reasons.OuterHeader,
            With(good, 14, 0x45));
        yield return Case("cut in its header", "RFC 8200 section 3", Reasons.OuterHeader,
            good[..53]);
        yield return Case("payload length beyond the frame", "RFC 8200 section 3",
            Reasons.OuterLength, good[..^1]);
        yield return Case("a fragment", "RFC 7348 section 4.3", Reasons.OuterFragment,
            With(good, 20, 44));
        yield return Case("another extension header", "RFC 8200 section 4", Reasons.NotTunnel,
            With(good, 20, 0));
        yield return Case("another protocol, TCP", "RFC 8200 section 3", Reasons.NotTunnel,
            With(good, 20, 6));
        yield return Case("to an address that is not ours", "RFC 1122 section 3.2.1.3",
            Reasons.ForeignAddress, To(6, RxWorld.Remote6, "2001:db8::2"));
        yield return Case("to a mapped address", "RFC 4291 section 2.5.5.2",
            Reasons.ForeignAddress, To(6, RxWorld.Remote6, "::ffff:192.0.2.1"));
        foreach (var (what, ip) in ((string, string)[])
        [
            ("no address", "::"), ("loopback", "::1"), ("a mapped address", "::ffff:192.0.2.2"),
            ("a group", "ff02::1"),
        ])
        {
            yield return Case($"from {what}", "RFC 4291 section 2", Reasons.InvalidSource,
                To(6, ip, RxWorld.Local6));
        }

        yield return Case("from ourselves", "RFC 1122 section 3.2.1.3", Reasons.ForeignSource,
            To(6, RxWorld.Local6, RxWorld.Local6));
        yield return Case("from no remote of the tenant", "`sources`", Reasons.ForeignSource,
            To(6, "2001:db8::3", RxWorld.Local6));
    }

    private static IEnumerable<VerdictCase> OfQuestions()
    {
        VerdictCase Case(string what, string source, Reason reason, byte[] frame) =>
            new("ARP, ICMP, ICMPv6", what, source, reason, [() => World().Run(frame)]);
        byte[] Arp(ushort operation, string target) => Frames.Ethernet(
            0xFFFFFFFFFFFF, 4, 0x0806, Frames.Arp(operation, 4, RxWorld.Remote, 0, target));
        byte[] Solicit(string source, byte[] message) => Frames.Ethernet(
            0x3333FF000001, 4, 0x86DD, Frames.Ipv6(source, "ff02::1:ff00:1", 58, message));
        byte[] asks = Frames.Solicitation(RxWorld.Local6);
        yield return Case("request for us", "RFC 826", Reasons.Slow, Arp(1, RxWorld.Local));
        yield return Case("request for another", "RFC 826", Reasons.ForeignAddress,
            Arp(1, "192.0.2.9"));
        yield return Case("reply", "RFC 826", Reasons.NotTunnel, Arp(2, RxWorld.Local));
        yield return Case("request, cut", "RFC 826", Reasons.NotTunnel,
            Arp(1, RxWorld.Local)[..^1]);
        yield return Case("echo request", "RFC 792", Reasons.Slow,
            TunnelKindTests.Ip(4, 1, Frames.Echo(8, 56)));
        yield return Case("echo request, cut", "RFC 792", Reasons.NotTunnel,
            TunnelKindTests.Ip(4, 1, Frames.Echo(8, 56)[..7]));
        yield return Case("echo reply", "RFC 792", Reasons.NotTunnel,
            TunnelKindTests.Ip(4, 1, Frames.Echo(0, 56)));
        yield return Case("echo request from a group", "RFC 1122 section 3.2.2",
            Reasons.InvalidSource, Frames.Ethernet(2, 4, 0x0800, Frames.Ipv4(
                "224.0.0.1", RxWorld.Local, 1, Frames.Echo(8, 56))));
        yield return Case("solicitation", "RFC 4861 section 4.3", Reasons.Slow,
            Solicit("fe80::1", asks));
        yield return Case("solicitation of who has no address yet", "RFC 4861 section 4.3",
            Reasons.Slow, Solicit("::", asks));
        yield return Case("solicitation, cut", "RFC 4861 section 4.3", Reasons.NotTunnel,
            Solicit("fe80::1", asks[..^1]));
        yield return Case("solicitation for a mapped address", "RFC 4291 section 2.5.5.2",
            Reasons.ForeignAddress,
            Solicit("fe80::1", Frames.Solicitation("::ffff:192.0.2.1")));
    }

    private static IEnumerable<VerdictCase> OfUdp()
    {
        VerdictCase Case(
            string part, string what, string source, Reason reason, Func<int, byte[]> frame) =>
            Each(part, what, source, reason, frame);
        int At(int version) => version == 4 ? 34 : 54;
        byte[] Of(int version, int at, params byte[] bytes) =>
            With(Vxlan(version, Inner), At(version) + at, bytes);
        yield return Case("UDP", "length beyond the IP packet", "RFC 768", Reasons.UdpLength,
            v => Of(v, 4, 0xFF, 0xFF));
        yield return Case("UDP", "length below the headers", "RFC 768", Reasons.UdpLength,
            v => Of(v, 4, 0, 15));
        yield return Case("UDP", "length below the IP packet: the rest is trimmed", "RFC 768",
            Reasons.Host, v => Of(v, 4, 0, 116));
        yield return Case("UDP", "checksum 0", "RFC 768, RFC 6935 section 5", Reasons.Host,
            v => Vxlan(v, Inner));
        yield return Case("UDP", "wrong checksum", "RFC 768", Reasons.UdpChecksum,
            v => Of(v, 6, 0x12, 0x34));
        yield return Case("UDP", "right checksum, bytes behind it that are not zero", "CAVEATS.md",
            Reasons.UdpChecksum, v => [.. TunnelKindTests.Ip(v, 17, Frames.UdpSummed(
                Remote(v), Local(v), Frames.Udp(1, 4789, Frames.Vxlan(100, Inner)))), 0xEE]);
        yield return Case("UDP", "a port that no endpoint of ours has", "RFC 7348 section 5",
            Reasons.NotTunnel, v => Of(v, 2, 0x12, 0xB6));
        yield return Case("VXLAN", "I flag not set", "RFC 7348 section 5", Reasons.VxlanFlags,
            v => Of(v, 8, 0xF7));
        yield return Case("VXLAN", "reserved bits set", "RFC 7348 section 5", Reasons.Host,
            v => Of(v, 8, 0xFF, 0xFF, 0xFF, 0xFF));
        yield return Case("VXLAN", "a VNI that no tenant has", "RFC 7348 section 4.1",
            Reasons.UnknownVni, v => Of(v, 14, 101));
        yield return Case("VXLAN", "an inner frame that is VXLAN itself: it is payload",
            "RFC 7348 section 4.1", Reasons.Host, v => Vxlan(v, Vxlan(4, Inner)));
    }

    private static IEnumerable<VerdictCase> OfGeneve()
    {
        VerdictCase Case(string what, string source, Reason reason, Func<int, byte[]> frame) =>
            Each("Geneve", what, source, reason, frame);
        byte[] Of(int version, int at, params byte[] bytes) => With(
            TunnelKindTests.Ip(version, 17, Frames.Udp(
                50000, 6081, Frames.Geneve(100, Inner, [1, 2, 3, 1, 5, 6, 7, 8]))),
            (version == 4 ? 34 : 54) + at, bytes);
        yield return Case("options without the C bit: skipped", "RFC 8926 section 3.5",
            Reasons.Host, v => Of(v, 0));
        yield return Case("version 1", "RFC 8926 section 3.4", Reasons.GeneveVersion,
            v => Of(v, 8, 0x42));
        yield return Case("options beyond the datagram", "RFC 8926 section 3.4",
            Reasons.UdpLength, v => Of(v, 4, 0, 23));
        yield return Case("C bit", "RFC 8926 section 3.4", Reasons.CriticalOption,
            v => Of(v, 9, 0x40));
        yield return Case("O bit: to the slow path", "RFC 8926 section 3.4", Reasons.Slow,
            v => Of(v, 9, 0x80));
        yield return Case("reserved bits set", "RFC 8926 section 3.4", Reasons.Host,
            v => Of(v, 9, 0x3F));
        yield return Case("its reserved byte set", "RFC 8926 section 3.4", Reasons.Host,
            v => Of(v, 15, 0xFF));
        yield return Case("carries no Ethernet", "RFC 8926 section 3.4", Reasons.UnknownPayload,
            v => Of(v, 10, 0x08, 0x00));
        yield return Case("inner frame behind byte 152", "ARCHITECTURE.md",
            Reasons.HeaderTooLong, v => TunnelKindTests.Ip(v, 17, Frames.Udp(
                50000, 6081, Frames.Geneve(100, Inner, new byte[104]))));
        yield return new("Geneve", "to an endpoint that does not take it", "`geneve`",
            Reasons.NotTunnel, [() => new RxWorld().Run(Of(4, 0))]);
    }

    private static IEnumerable<VerdictCase> OfGre()
    {
        VerdictCase Case(
            string part, string what, string source, Reason reason, Func<int, byte[]> frame) =>
            Each(part, what, source, reason, frame);
        byte[] Of(int version, int at, params byte[] bytes) => With(
            TunnelKindTests.Ip(version, 47, Frames.Gre(0x6558, Inner, Key)),
            (version == 4 ? 34 : 54) + at, bytes);
        byte[] Summed(int version) => TunnelKindTests.Ip(
            version, 47, Frames.Gre(0x6558, Inner, Key, summed: true));
        yield return Case("GRE", "shorter than its flags announce", "RFC 2890 section 2",
            Reasons.GreLength, v => TunnelKindTests.Ip(v, 47, Frames.Gre(0x6558, [], Key)[..7]));
        foreach (var (what, bits) in ((string, byte)[])
            [("source route", 0x60), ("strict source route", 0x28), ("recursion control", 0x24)])
        {
            yield return Case("GRE", $"{what} of RFC 1701", "RFC 2784 section 2.3",
                Reasons.NotTunnel, v => Of(v, 0, bits));
        }

        yield return Case("GRE", "other reserved bits set", "RFC 2784 section 2.3", Reasons.Host,
            v => Of(v, 0, 0x23, 0xF8));
        yield return Case("GRE", "version 1", "RFC 2784 section 2.3.1", Reasons.NotTunnel,
            v => Of(v, 1, 0x01));
        yield return Case("GRE", "right checksum", "RFC 2784 section 2.5", Reasons.Host, Summed);
        yield return Case("GRE", "wrong checksum", "RFC 2784 section 2.5", Reasons.GreChecksum,
            v => With(Summed(v), 90, 0xEE));
        yield return Case("GRE", "carries neither Ethernet nor IP", "RFC 2784 section 2.4",
            Reasons.UnknownPayload, v => Of(v, 2, 0x88, 0xB5));
        yield return Case("GRE", "without the key that its link has", "RFC 2890 section 2.1",
            Reasons.UnknownLink,
            v => TunnelKindTests.Ip(v, 47, Frames.Gre(0x6558, Inner)));
        yield return Case("GRE", "with a sequence number, and a key that no link has",
            "RFC 2890 section 2.2", Reasons.UnknownLink,
            v => TunnelKindTests.Ip(v, 47, Frames.Gre(0x6558, Inner, Key ^ 1, 7)));
        yield return new("GRE", "a key that no link has", "RFC 2890 section 2.1",
            Reasons.UnknownLink, [() => Without().Run(Of(4, 7, 0x43))]);
        yield return Case("NVGRE", "a VSID that no tenant has", "RFC 7637 section 3.2",
            Reasons.UnknownVni, v => TunnelKindTests.Ip(v, 47, Frames.Nvgre(101, Inner, 5)));
        yield return Case("NVGRE", "a VSID of a tenant", "RFC 7637 section 3.2", Reasons.Host,
            v => TunnelKindTests.Ip(v, 47, Frames.Nvgre(100, Inner, 5)));
    }

    private static IEnumerable<VerdictCase> OfIpip()
    {
        VerdictCase Case(string what, string source, Reason reason, Func<int, byte[]> frame) =>
            Each("IP in IP", what, source, reason, frame);
        byte[] Of(int version, byte protocol, byte[] packet) =>
            TunnelKindTests.Ip(version, protocol, packet);
        byte[] four = Frames.Ipv4("10.0.0.1", "10.0.0.2", 17, Frames.Udp(1, 2, new byte[60]));
        byte[] six = Frames.Ipv6("fd00::1", "fd00::2", 17, Frames.Udp(1, 2, new byte[60]));
        yield return Case("IPv6 as IPv4", "RFC 2003 section 3.1", Reasons.InnerHeader,
            v => Of(v, 4, six));
        yield return Case("IPv4 as IPv6", "RFC 2473 section 3", Reasons.InnerHeader,
            v => Of(v, 41, four));
        yield return Case("IPv4 cut in its header", "RFC 791 section 3.1", Reasons.InnerHeader,
            v => Of(v, 4, four[..19]));
        yield return Case("IPv6 cut in its header", "RFC 8200 section 3", Reasons.InnerHeader,
            v => Of(v, 41, six[..39]));
        yield return Case("IPv4 longer than what carries it", "RFC 791 section 3.1",
            Reasons.InnerLength, v => Of(v, 4, four[..^1]));
        yield return Case("IPv6 longer than what carries it", "RFC 8200 section 3",
            Reasons.InnerLength, v => Of(v, 41, six[..^1]));
        yield return Case("IPv4 shorter than its header", "RFC 791 section 3.1",
            Reasons.InnerLength, v => Of(v, 4, With(four, 2, 0, 19)));
        yield return Case("bytes behind it: trimmed", "RFC 2003 section 3.1", Reasons.Host,
            v => Of(v, 4, [.. four, 1, 2, 3]));
        yield return new("IP in IP", "between addresses that no link has", "`links`",
            Reasons.UnknownLink, [() => Without().Run(Of(4, 4, four))]);
    }

    private static IEnumerable<VerdictCase> OfTenant()
    {
        VerdictCase Case(string what, string source, Reason reason, Func<int, byte[]> frame) =>
            Each("inner frame", what, source, reason, frame);
        yield return Case("13 bytes", "IEEE 802.3 section 3.2", Reasons.InnerLength,
            v => Vxlan(v, new byte[13]));
        yield return Case("padding of its own: kept", "IEEE 802.3 section 3.2.8", Reasons.Host,
            v => Vxlan(v, [.. Inner, 0xEE, 0xEE]));
        yield return Case("a VLAN tag", "`inner_vlan`", Reasons.InnerVlan,
            v => Vxlan(v, Frames.Tagged(Inner, 1)));
        yield return Case("congestion met, and it cannot say so", "RFC 6040 section 4.2",
            Reasons.EcnNotCapable, v => TunnelKindTests.Ip(
                v, 17, Frames.Udp(1, 4789, Frames.Vxlan(100, Inner)), 3));
        yield return Case("congestion met, and it says so", "RFC 6040 section 4.2", Reasons.Host,
            v => TunnelKindTests.Ip(v, 17, Frames.Udp(1, 4789, Frames.Vxlan(
                100, Frames.InnerTraffic(Inner, 2))), 3));
    }

    private static IEnumerable<VerdictCase> OfMeter()
    {
        VerdictCase Case(
            string what, string source, Reason reason, uint tenant, bool passes, bool isYellow,
            ColorAction onYellow, byte[] frame) =>
            new("rate", what, source, reason, [() =>
            {
                RxWorld world = World();
                MeterConfig meter = default;
                meter.Enabled = meter.StartFull = true;
                meter.Epoch = 1;
                meter.CirTimePerByte = meter.PirTimePerByte = (U37)(1UL << 20);
                meter.PbsTime = (U51)(isYellow ? 9000UL << 20 : 0);
                world.Meter(tenant, meter);
                ReceivePolicy policy = default;
                policy.OnYellow = (U2)(byte)onYellow;
                policy.PassesRed = passes;
                world.Policy(7, policy);
                return world.Run(frame);
            }]);
        byte[] good = Vxlan(4, Inner);
        byte[] ping = TunnelKindTests.Ip(4, 1, Frames.Echo(8, 56));
        yield return Case("yellow", "RFC 2698 section 3", Reasons.Yellow, 7, false, true,
            ColorAction.Pass, good);
        yield return Case("yellow, and the tenant drops it", "`on_yellow`", Reasons.YellowDropped,
            7, false, true, ColorAction.Drop, good);
        yield return Case("red", "RFC 2698 section 3", Reasons.RateExceeded, 7, false, false,
            ColorAction.Pass, good);
        yield return Case("red, and the tenant lets it pass", "`on_red`", Reasons.Red, 7, true,
            false, ColorAction.Pass, good);
        yield return Case("a question above the limit", "`slow_path`", Reasons.SlowPathLimit, 0,
            false, false, ColorAction.Pass, ping);
    }

    private static VerdictCase Each(
        string part, string what, string source, Reason reason, Func<int, byte[]> frame) =>
        Each(part, what, source, reason, v => World().Run(frame(v)));

    /// <summary>A case over IPv4 and IPv6.</summary>
    public static VerdictCase Each(
        string part, string what, string source, Reason reason, Func<int, Verdict> run) =>
        new(part, what, source, reason,
            [.. Both.Select<int, Func<Verdict>>(v => () => run(v))]);

    /// <summary>All that can end, for tenants 7 and 8.</summary>
    public static RxWorld World()
    {
        RxWorld world = Without();
        world.Endpoint(4789, 3, geneve: true, nvgre: true);
        foreach (int version in Both)
        {
            world.Link(TunnelKind.Gretap, version, Key);
            world.Link(TunnelKind.Ipip, version);
        }

        return world;
    }

    private static RxWorld Without()
    {
        RxWorld world = new();
        world.Endpoint(4789, 3, geneve: true);
        return world;
    }

    /// <summary>A frame for tenant 7 over a version of IP.</summary>
    public static byte[] Vxlan(int version, byte[] inner) => TunnelKindTests.Ip(
        version, 17, Frames.Udp(50000, 4789, Frames.Vxlan(100, inner)));

    private static byte[] Ipv4(byte[] payload, ushort fragment) => Frames.Ethernet(2, 4, 0x0800,
        Frames.Ipv4(RxWorld.Remote, RxWorld.Local, 17, payload, fragment: fragment));

    private static byte[] To(int version, string source, string destination)
    {
        byte[] udp = Frames.Udp(50000, 4789, Frames.Vxlan(100, Inner));
        return version == 4
            ? Frames.Ethernet(2, 4, 0x0800, Frames.Ipv4(source, destination, 17, udp))
            : Frames.Ethernet(2, 4, 0x86DD, Frames.Ipv6(source, destination, 17, udp));
    }

    /// <summary>A frame of so many bytes in all.</summary>
    private static byte[] Long(int bytes) => Vxlan(4, Frames.UdpFrame(2, 4, bytes - 50));

    private static byte[] With(byte[] frame, int offset, params byte[] bytes)
    {
        byte[] changed = [.. frame];
        bytes.CopyTo(changed, offset);
        return changed;
    }
}

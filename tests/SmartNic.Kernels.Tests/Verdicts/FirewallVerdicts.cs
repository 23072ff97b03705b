using SmartNic.Testing;

namespace SmartNic.Kernels.Tests.Verdicts;

/// <summary>What firewalls let pass, without a rule: each frame is right but for one thing.
/// </summary>
internal static class FirewallVerdicts
{
    private static readonly byte[] Good = Frames.UdpFrame(TxWorld.Peer, TxWorld.Own, 100);

    private static readonly byte[] Other =
        Frames.Ethernet(TxWorld.Peer, TxWorld.Own, 0x88B5, new byte[50]);

    private static readonly byte[] Arp = Frames.Ethernet(
        TxWorld.Peer, TxWorld.Own, 0x0806, Frames.Arp(2, 4, "10.0.0.1", 0, "10.0.0.2"));

    // To next hop 21, for tenant 7 and its queue 9.
    private static readonly byte[] Header =
    [
        SlowPort.Version, (byte)InjectAction.Encapsulate, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0, 21, 0, 9,
        .. new byte[16],
    ];

    /// <summary>All of them.</summary>
    public static IEnumerable<VerdictCase> All() =>
    [
        .. Of(true), .. Of(false),
        RxVerdicts.Each("firewall, receiving", "inner frame behind byte 116", "ARCHITECTURE.md",
            Reasons.FirewallUnreadable, v => Receive(true, false, TunnelKindTests.Ip(
                v, 17, Frames.Udp(50000, 6081, Frames.Geneve(100, Good, new byte[68]))))),
        new("firewall, sending", "what the slow path sends for a tenant", "ARCHITECTURE.md",
            Reasons.Wire, [() => Send(false, false, [.. Header, .. Good], slow: true)]),
    ];

    private static IEnumerable<VerdictCase> Of(bool receives)
    {
        Reason passes = receives ? Reasons.Host : Reasons.Wire;
        VerdictCase Case(string what, string source, Reason reason, byte[] frame,
            bool allows = true, bool passesOther = false) => receives
            ? RxVerdicts.Each("firewall, receiving", what, source, reason,
                v => Receive(allows, passesOther, RxVerdicts.Vxlan(v, frame)))
            : new("firewall, sending", what, source, reason,
                [() => Send(allows, passesOther, frame)]);
        yield return Case("no rule matches, and the default denies", "`firewall`",
            Reasons.FirewallDenied, Good, allows: false);
        yield return Case("no rule matches, and the default allows", "`firewall`", passes, Good);
        yield return Case("neither IP nor ARP", "`non_ip`", Reasons.FirewallNotIp, Other);
        yield return Case("neither IP nor ARP, and the tenant wants it", "`non_ip`", passes, Other,
            allows: false, passesOther: true);
        yield return Case("ARP", "RFC 826", passes, Arp, allows: false);
        yield return Case("IPv4 longer than its frame", "RFC 791 section 3.1",
            Reasons.FirewallUnreadable, Good[..^1]);
        yield return Case("IPv4 of version 6", "RFC 791 section 3.1", Reasons.FirewallUnreadable,
            [.. Good[..14], 0x65, .. Good[15..]]);
    }

    private static Verdict Receive(bool allows, bool passesOther, byte[] frame)
    {
        RxWorld world = RxVerdicts.World();
        world.Firewall(7, Workload(allows, passesOther));
        return world.Run(frame);
    }

    private static Verdict Send(bool allows, bool passesOther, byte[] frame, bool slow = false)
    {
        TxWorld world = new();
        world.Firewall(Workload(allows, passesOther));
        return world.Run(frame, slow);
    }

    private static Workload Workload(bool allows, bool passesOther) =>
        new() { IsFiltered = true, Allows = allows, PassesOther = passesOther };
}

using SmartNic.Hls.Language;
using SmartNic.Testing;

namespace SmartNic.Kernels.Tests.Verdicts;

/// <summary>Frames of tenants and of the slow path: each is right but for one thing.</summary>
internal static class TxVerdicts
{
    private static readonly byte[] Good = Frames.UdpFrame(TxWorld.Peer, TxWorld.Own, 100);

    /// <summary>All of them.</summary>
    public static IEnumerable<VerdictCase> All() => [.. OfTenants(), .. OfSlowPath()];

    private static IEnumerable<VerdictCase> OfTenants()
    {
        VerdictCase Case(
            string what, string source, Reason reason, byte[] frame, uint queue = 9,
            Action<TxWorld>? before = null) => Of("from a tenant", what, source, reason,
                world => world.Run(frame, queue: queue), before);
        void Bare(TxWorld world)
        {
            world.KeepTags(true);
            world.Via(TunnelKind.Ipip, RxWorld.Local, RxWorld.Remote);
        }

        byte[] Frame(ushort type, byte[] packet) =>
            Frames.Ethernet(TxWorld.Peer, TxWorld.Own, type, packet);
        byte[] four = Frames.Ipv4("10.0.0.1", "10.0.0.2", 17, Frames.Udp(1, 2, new byte[60]));
        yield return Case("13 bytes", "IEEE 802.3 section 3.2", Reasons.BadFrame, Good[..13]);
        yield return Case("a queue without tenant", "ARCHITECTURE.md", Reasons.UnknownPort, Good,
            queue: 10);
        yield return Case("a VLAN tag", "`inner_vlan`", Reasons.InnerVlan,
            Frames.Tagged(Good, 1));
        yield return Case("to an address that is nowhere: to the slow path", "`forwarding`",
            Reasons.Slow, Frames.UdpFrame(TxWorld.Peer + 1, TxWorld.Own, 100));
        yield return Case("longer than 9216 bytes with its outer headers", "RFC 7348 section 4.3",
            Reasons.Oversize, Frames.UdpFrame(TxWorld.Peer, TxWorld.Own, 9167));
        yield return Case("9216 bytes with its outer headers", "RFC 7348 section 4.3",
            Reasons.Wire, Frames.UdpFrame(TxWorld.Peer, TxWorld.Own, 9166));
        MeterConfig red = ReceiveMeterTests.Config(LengthBase.Frame, 99);
        MeterConfig yellow = ReceiveMeterTests.Config(LengthBase.Frame, 100);
        yellow.CbsTime = default;
        yield return Case("yellow", "RFC 2698 section 3", Reasons.Yellow, Good,
            before: w => w.Meter(yellow));
        yield return Case("yellow, and these are not sent", "`send: { on_yellow }`",
            Reasons.YellowDropped, Good, before: w =>
            {
                w.Meter(yellow);
                w.Port((ref HostPort port) => port.DropsYellow = true);
            });
        yield return Case("red", "RFC 2698 section 3", Reasons.RateExceeded, Good,
            before: w => w.Meter(red));
        yield return Case("red, and these are sent", "`send: { on_red }`", Reasons.Red, Good,
            before: w =>
            {
                w.Meter(red);
                w.Port((ref HostPort port) => port.PassesRed = true);
            });
        yield return Case("to the slow path, above the limit", "`slow_path`",
            Reasons.SlowPathLimit, Frames.UdpFrame(TxWorld.Peer + 1, TxWorld.Own, 100),
            before: w => w.Limit(ReceiveMeterTests.Config(LengthBase.Frame, 63)));
        yield return Case("IP longer than the MTU: to the slow path", "RFC 1191 section 3",
            Reasons.Slow, Good,
            before: w => w.Port((ref HostPort port) => port.Mtu = (U14)85));
        yield return Case("longer than the MTU, and no IP", "RFC 1191 section 3",
            Reasons.MtuExceeded, Frame(0x88B5, four),
            before: w => w.Port((ref HostPort port) => port.Mtu = (U14)87));
        foreach (var (what, frame) in ((string, byte[])[])
        [
            ("no IP", Frame(0x88B5, four)), ("IPv4 as IPv6", Frame(0x86DD, four)),
            ("IPv4 longer than its frame", Frame(0x0800, four[..^1])),
            ("a VLAN tag in front of IP", Frames.Tagged(Frame(0x0800, four), 1)),
        ])
        {
            yield return Case($"{what}, where the way carries IP alone", "RFC 2003 section 3.1",
                Reasons.NotIp, frame, before: Bare);
        }
    }

    private static IEnumerable<VerdictCase> OfSlowPath()
    {
        VerdictCase Case(
            string what, Reason reason, Action<byte[]> change, Action<TxWorld>? before = null,
            int bytes = 132)
        {
            byte[] header = new byte[32];
            header[0] = SlowPort.Version;
            header[1] = (byte)InjectAction.Encapsulate;
            header[5] = 7;
            header[13] = 21;
            header[15] = 9;
            change(header);
            byte[] frame = [.. header, .. Good];
            return Of("from the slow path", what, "ARCHITECTURE.md", reason,
                world => world.Run(frame[..bytes], slow: true), before);
        }

        yield return Case("as it should be", Reasons.Wire, _ => { });
        yield return Case("shorter than both headers", Reasons.BadFrame, _ => { }, bytes: 45);
        yield return Case("another version of the header", Reasons.BadInjection, h => h[0] = 2);
        yield return Case("an action that is none", Reasons.BadInjection, h => h[1] = 4);
        yield return Case("a tenant beyond 4095", Reasons.BadInjection, h => h[4] = 0x10);
        yield return Case("a next hop beyond 4095", Reasons.BadInjection, h => h[12] = 0x10);
        yield return Case("a queue beyond 4095", Reasons.BadInjection, h => h[14] = 0x10);
        yield return Case("a queue that is not the tenant's", Reasons.BadInjection,
            h => h[15] = 8);
        yield return Case("tenant 0, and not to the wire as it is", Reasons.BadInjection,
            h => h[5] = 0);
        yield return Case("to a next hop that is none", Reasons.NoRoute, h => h[13] = 20);
        yield return Case("to a tenant", Reasons.Answer, h => h[1] = (byte)InjectAction.Host);
    }

    private static VerdictCase Of(
        string part, string what, string source, Reason reason, Func<TxWorld, Verdict> run,
        Action<TxWorld>? before) => new(part, what, source, reason, [() =>
        {
            TxWorld world = new();
            before?.Invoke(world);
            return run(world);
        }]);
}

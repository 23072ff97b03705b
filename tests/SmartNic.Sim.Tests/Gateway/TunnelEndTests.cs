using SmartNic.Registers;
using SmartNic.Sim.Model;

namespace SmartNic.Sim.Tests.Gateway;

/// <summary>
/// Congestion marks, DSCP, inner tags, outer sources, UDP ports and interfaces: RTL and native
/// kernels against what the RFCs say, byte for byte and counter for counter.
/// </summary>
public sealed class TunnelEndTests
{
    private const string Host = "host";
    private const string Wire = "wire";

    private const string Yaml = """
        version: 1
        endpoints:
          - { name: west, ip: 192.168.203.1, mac: "02:00:00:00:00:01" }
          - { name: linux, ip: 192.168.204.1, mac: "02:00:00:00:00:11", udp_port: 8472 }
          - { name: far, interface: 1, ip: 192.168.205.1, mac: "02:00:00:00:00:21" }
        remotes:
          - { name: east, ip: 192.168.202.1, mac: "02:00:00:00:00:02", endpoint: west }
          - { name: north, ip: 10.1.2.3, mac: "02:00:00:00:00:12", endpoint: linux }
        tenants:
          - name: plain
            vni: 100
            forwarding: [ { mac: "02:00:00:00:01:02", remote: east } ]
          - name: open
            vni: 200
            sources: any
            inner_vlan: keep
            forwarding: [ { mac: "02:00:00:00:01:02", remote: north } ]
          - name: marked
            vni: 300
            rate: 64 kbit/s
            committed_rate: 64 kbit/s
            burst: 2000 B
            committed_burst: 1000 B
            on_yellow: remark 10
            inner_vlan: keep
            flood: [ east ]
          - name: held
            vni: 400
            rate: 64 kbit/s
            burst: 2000 B
            committed_burst: 1000 B
            on_yellow: drop
            flood: [ east ]
          - name: loose
            vni: 500
            rate: 64 kbit/s
            burst: 2000 B
            committed_burst: 1000 B
            flood: [ east ]
        """;

    private static readonly GatewayConfig Config = Load();

    /// <summary>A frame, and the frame that comes out, or the reason why none does.</summary>
    private sealed record Case(PortId From, byte[] Frame, string To, byte[]? Out, string Tenant);

    [Test]
    public void BothBoardsDoWhatTheRfcsSay()
    {
        Case[] cases = [.. Congestion(), .. Tags(), .. Sources(), .. Ports(), .. Meters()];
        using SimBoard rtl = new(SimBuild.Gateway(512, 2));
        using ModelBoard model = new(2);
        (List<OutputFrame> Frames, CounterSnapshot Counters)[] seen =
            [Run(rtl, cases), Run(model, cases)];
        foreach (var (frames, counters) in seen)
        {
            AssertOutputs(cases, frames);
            AssertCounters(cases, counters);
        }

        Assert.That(seen[0].Counters.ToJson(), Is.EqualTo(seen[1].Counters.ToJson()));
        for (int n = 0; n < 2; n++)
        {
            Assert.That(Conservation.Violations(rtl.Bar, 6, n), Is.Empty);
            Assert.That(Conservation.Violations(model.Bar, 6, n), Is.Empty);
        }
    }

    /// <summary>RFC 6040 section 4.2, figure 4, under every number of tags.</summary>
    private static IEnumerable<Case> Congestion()
    {
        // Rows: inner 00, 10, 01, 11; columns: outer 00, 10, 01, 11. Null drops.
        byte[] fields = [0b00, 0b10, 0b01, 0b11];
        byte?[][] figure =
        [
            [0b00, 0b00, 0b00, null],
            [0b10, 0b10, 0b01, 0b11],
            [0b01, 0b01, 0b01, 0b11],
            [0b11, 0b11, 0b11, 0b11],
        ];
        for (int n = 0; n < 16 * 2 * 3; n++)
        {
            (int row, int column) = (n & 3, (n >> 2) & 3);
            (bool six, int tags) = ((n & 16) != 0, n / 32);
            byte[] With(byte ecn) => Tagged(Inner(six, (byte)(0xB8 | ecn)), tags);
            byte? field = figure[row][column];
            yield return Rx(
                World.West, World.East, 200, With(fields[row]), 4789, fields[column],
                field is { } ecn ? With(ecn) : null, "ecn_not_capable", "open");
        }

        // Section 4.1: what is sent carries the inner field.
        for (byte ecn = 0; ecn < 4; ecn++)
        {
            byte[] inner = Inner(ecn > 1, (byte)(0xB8 | ecn));
            yield return new Case(PortId.Host(0, 1), inner, Wire,
                Sent(World.West, World.East, 100, 4789, ecn, inner), "plain");
        }
    }

    private static IEnumerable<Case> Tags()
    {
        for (int tags = 0; tags < 3; tags++)
        {
            byte[] inner = Tagged(Inner(false, 0), tags);
            yield return Rx(World.West, World.East, 100, inner, 4789, 0,
                tags == 0 ? inner : null, "inner_vlan", "plain");
            yield return Rx(World.West, World.East, 200, inner, 4789, 0, inner, "", "open");
            yield return tags == 0
                ? new Case(PortId.Host(0, 1), inner, Wire,
                    Sent(World.West, World.East, 100, 4789, 0, inner), "plain")
                : new Case(PortId.Host(0, 1), inner, "inner_vlan", null, "plain");
            yield return new Case(PortId.Host(0, 2), inner, Wire,
                Sent("192.168.204.1", World.North, 200, 8472, 0, inner), "open");
        }
    }

    private static IEnumerable<Case> Sources()
    {
        byte[] inner = Inner(true, 0);
        foreach (string source in (string[])[World.North, World.West, "192.168.205.1", "8.8.8.8"])
        {
            yield return Rx(
                World.West, source, 100, inner, 4789, 0, null, "foreign_source", "plain");
        }

        foreach (string source in (string[])[World.East, World.North, "8.8.8.8"])
        {
            yield return Rx(World.West, source, 200, inner, 4789, 0, inner, "", "open");
        }

        foreach (string source in (string[])[World.West, "192.168.204.1", "192.168.205.1"])
        {
            yield return Rx(
                World.West, source, 200, inner, 4789, 0, null, "foreign_source", "open");
        }

        foreach (string source in
            (string[])["0.0.0.0", "127.0.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255"])
        {
            yield return Rx(World.West, source, 200, inner, 4789, 0, null, "invalid_source", "");
        }
    }

    private static IEnumerable<Case> Ports()
    {
        byte[] inner = Inner(false, 0);
        yield return Rx("192.168.204.1", World.East, 100, inner, 8472, 0, inner, "", "plain");
        yield return Rx("192.168.204.1", World.East, 100, inner, 4789, 0, null, "not_tunnel", "");
        yield return Rx(World.West, World.East, 100, inner, 8472, 0, null, "not_tunnel", "");
        yield return Rx(
            "192.168.205.1", World.East, 100, inner, 4789, 0, null, "foreign_address", "");
        Case far = Rx("192.168.205.1", World.East, 100, inner, 4789, 0, inner, "", "plain");
        yield return far with { From = PortId.Wire(1) };
        Case near = Rx(World.West, World.East, 100, inner, 4789, 0, null, "foreign_address", "");
        yield return near with { From = PortId.Wire(1) };
    }

    /// <summary>
    /// Frames of 100 bytes within a few us, in which 64 kbit/s fill no byte:
    /// 1000 bytes are green, 1000 more yellow, the rest red.
    /// </summary>
    private static IEnumerable<Case> Meters()
    {
        for (int n = 0; n < 30; n++)
        {
            bool six = n % 3 == 1;
            byte[] inner = Inner(six, 0xB9);
            byte[] remarked = Inner(six, (10 << 2) | 1);
            bool green = n < 10, red = n >= 20;
            yield return Rx(World.West, World.East, 300, inner, 4789, 0,
                red ? null : green ? inner : remarked, "rate_exceeded", "marked");
            yield return Rx(World.West, World.East, 400, inner, 4789, 0,
                green ? inner : null, red ? "rate_exceeded" : "yellow_dropped", "held");
            yield return Rx(World.West, World.East, 500, inner, 4789, 0,
                red ? null : inner, "rate_exceeded", "loose");
        }
    }

    private static Case Rx(
        string endpoint, string source, uint vni, byte[] inner, ushort port, byte traffic,
        byte[]? expected, string reason, string tenant) => new(
            PortId.Wire(0),
            Frames.VxlanFrame(source, endpoint, vni, inner, port, traffic),
            expected is null ? reason : Host, expected, tenant);

    /// <summary>What is on the wire, but for the source port.</summary>
    private static byte[] Sent(
        string source, string remote, uint vni, ushort port, byte ecn, byte[] inner)
    {
        byte[] packet = Frames.Ipv4(
            source, remote, 17, Frames.Udp(0, port, Frames.Vxlan(vni, inner)), fragment: 0x4000);
        packet[4] = packet[5] = 0;
        bool east = remote == World.East;
        return Frames.Ethernet(east ? 0x020000000002ul : 0x020000000012,
            east ? 0x020000000001ul : 0x020000000011, 0x0800, Frames.Traffic(packet, ecn));
    }

    /// <summary>A frame of 100 bytes.</summary>
    private static byte[] Inner(bool six, byte traffic) => Frames.InnerTraffic(
        six ? Frames.Ethernet(World.Peer, World.Self, 0x86DD,
                Frames.Ipv6("fd01::1", "fd01::2", 17, Frames.Udp(1, 2, new byte[38])))
            : Frames.UdpFrame(World.Peer, World.Self, 100), traffic);

    private static byte[] Tagged(byte[] frame, int tags) => tags switch
    {
        0 => frame,
        1 => Frames.Tag(frame, 0x8100, 5),
        _ => Frames.Tag(Frames.Tag(frame, 0x8100, 5), 0x88A8, 6),
    };

    private static GatewayConfig Load()
    {
        ConfigResult result = ConfigLoader.Parse(Yaml, "tunnel-end.yaml");
        return result.Config
            ?? throw new InvalidOperationException(string.Join("\n", result.Errors));
    }

    private static (List<OutputFrame>, CounterSnapshot) Run(IReplayBoard board, Case[] cases)
    {
        GatewayDriver driver = GatewayDriver.Attach(
            board.Bar, nowNs: () => 0, options: new AttachOptions { TablesAreEmpty = true });
        Assert.That(driver.Apply(Config).Errors, Is.Empty);
        for (ushort n = 0; n < cases.Length; n++)
        {
            board.Inject(cases[n].From, 1000 + (n * 10ul), n, cases[n].Frame);
        }

        List<OutputFrame> seen = [];
        board.Drain((port, time, t, bytes) => seen.Add(new(port, time, t, bytes.ToArray())));
        return (seen, driver.ReadCounters());
    }

    private static void AssertOutputs(Case[] cases, List<OutputFrame> seen)
    {
        var byTag = seen.ToDictionary(f => f.Tag);
        for (ushort n = 0; n < cases.Length; n++)
        {
            byte[]? bytes = byTag.GetValueOrDefault(n)?.Bytes;
            if (cases[n].To == Wire && bytes is not null)
            {
                bytes[34] = bytes[35] = 0;
            }

            Assert.That(bytes, Is.EqualTo(cases[n].Out), $"case {n}: {cases[n].To}");
        }
    }

    private static void AssertCounters(Case[] cases, CounterSnapshot counters)
    {
        Assert.Multiple(() =>
        {
            foreach (var (reason, count) in counters.Drops)
            {
                Assert.That(count, Is.EqualTo((ulong)cases.Count(c => c.To == reason)), reason);
            }

            foreach (var (name, tenant) in counters.Tenants)
            {
                Case[] own = [.. cases.Where(c => c.Tenant == name)];
                Assert.That(tenant.Rx.Packets, Is.EqualTo((ulong)own.Count(c => c.To == Host)));
                Assert.That(tenant.Tx.Packets, Is.EqualTo((ulong)own.Count(c => c.To == Wire)));
                ulong yellow = name is "marked" or "loose" ? 10ul : 0;
                ulong bytes = own.Where(c => c.To == Host)
                    .Aggregate(0ul, (sum, c) => sum + (ulong)c.Out!.Length);
                Assert.That(tenant.Rx.Yellow, Is.EqualTo(new PacketCount(yellow, yellow * 100)));
                Assert.That(tenant.Rx.Green, Is.EqualTo(
                    new PacketCount(tenant.Rx.Packets - yellow, bytes - (yellow * 100))));
                foreach (OutcomeInfo drop in ReasonList.Outcomes.Where(o => o.IsDrop))
                {
                    string[] reasons = [.. ReasonList.All
                        .Where(r => r.Outcome == drop.Number).Select(r => r.Name)];
                    ulong count = tenant.Rx.Drops.GetValueOrDefault(drop.Name)
                        + tenant.Tx.Drops.GetValueOrDefault(drop.Name);
                    Assert.That(count,
                        Is.EqualTo((ulong)own.Count(c => reasons.Contains(c.To))), drop.Name);
                }
            }
        });
    }
}

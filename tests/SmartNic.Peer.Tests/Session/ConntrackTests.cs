using System.Runtime.InteropServices;
using SmartNic.Demo;
using SmartNic.Features;
using SmartNic.Hls.Language;
using SmartNic.Testing;

namespace SmartNic.Peer.Tests;

/// <summary>The tracker against the Linux kernel's: the same frames, passed or dropped, and the
/// same states after them.</summary>
public sealed partial class ConntrackTests
{
    private const string Router = "snictct";
    private const int Episodes = 200;
    private const int FramesOfEpisode = 40;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private static readonly byte[] Flags = [2, 18, 16, 16, 17, 20, 4, 2, 18, 17, 0, 1, 3, 0x42];

    /// <summary>Random TCP, UDP and pings of a few sessions at a time.</summary>
    [Test]
    public void LinuxTracksTheSame()
    {
        if (Topology.WhyNot(Router) is { } whyNot)
        {
            Assert.Ignore($"not live: {whyNot}");
        }

        Tool.Run(Limit, "ip", "netns", "del", Router);
        Tool.MustPass(Limit, "ip", "netns", "add", Router);

        // The kernel keeps the order of frames that one processor sends.
        ulong one = 1;
        Assert.That(SetAffinity(0, sizeof(ulong), ref one), Is.Zero);
        ulong all = ulong.MaxValue;
        try
        {
            Run();
        }
        finally
        {
            _ = SetAffinity(0, sizeof(ulong), ref all);
            Tool.Run(Limit, "ip", "netns", "del", Router);
        }
    }

    [LibraryImport("libc", EntryPoint = "sched_setaffinity")]
    private static partial int SetAffinity(int thread, nint bytes, ref ulong processors);

    private static void Run()
    {
        string[] macs = [SetUp("a", "10.1.0"), SetUp("b", "10.2.0")];
        Inside("sysctl", "-qw", "net.ipv4.ip_forward=1", "net.ipv4.conf.all.rp_filter=0",
            "net.ipv4.conf.default.rp_filter=0",
            "net.netfilter.nf_conntrack_tcp_loose=0", "net.netfilter.nf_conntrack_checksum=0",
            "net.netfilter.nf_conntrack_tcp_be_liberal=1",
            "net.netfilter.nf_conntrack_tcp_timeout_close=600",
            "net.netfilter.nf_conntrack_tcp_timeout_last_ack=600");
        Inside("nft", "add table ip t; add chain ip t f { type filter hook forward priority 0; "
            + "policy drop; }; add rule ip t f ct state invalid counter drop; "
            + "add rule ip t f ct state new,established,related counter accept");
        using PacketSocket a = new($"{Router}a");
        using PacketSocket b = new($"{Router}b");
        PacketSocket[] sockets = [a, b];
        int seed = int.TryParse(Environment.GetEnvironmentVariable("SNIC_SEED"), out int asked)
            ? asked : Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}; SNIC_SEED=N for another");
        var random = new Random(seed);
        var tracker = new SessionTracker(65536, (ulong)seed);
        tracker.SetPolicy(1, new SessionPolicy { Most = 65536 });
        int compared = 0, known = 0;
        for (int episode = 0; episode < Episodes; episode++)
        {
            var given = new HashSet<int>();
            for (int n = 0; n < FramesOfEpisode; n++)
            {
                int flow = random.Next(3);
                bool back = random.Next(5) < 2;
                if (given.Contains(flow))
                {
                    continue;
                }

                ushort port = (ushort)(1024 + (episode * 4) + flow);
                byte[] packet = Packet(random, port, back, out byte flags);
                byte[] frame = Frames.Ethernet(
                    MacOf(macs[back ? 1 : 0]), 0x020000000001, 0x0800, packet);
                SessionAnswer answer = tracker.Judge(
                    frame, (U24)1u, 1, !back, 1_000_000UL * (ulong)(compared + 1));
                bool passed = Passes(sockets, macs, frame, back);
                Assert.That(answer.Passes, Is.EqualTo(passed),
                    $"seed {seed}, episode {episode}, frame {n}: {answer.Outcome}, "
                    + $"flags {flags:x}, back {back}, port {port}");
                compared++;

                // Linux learns from sequence numbers whether a reset session is opened anew.
                if (answer.Outcome == SessionOutcome.Reopened)
                {
                    given.Add(flow);
                    known++;
                }
            }

            Compare(tracker, episode, given);
        }

        TestContext.Out.WriteLine($"{compared} frames compared, {known} flows opened anew");
        Assert.That(compared, Is.GreaterThan(1000));
    }

    private static void Compare(SessionTracker tracker, int episode, HashSet<int> given)
    {
        string[] lines = Tool.MustPass(Limit, "ip", "netns", "exec", Router, "cat",
            "/proc/net/nf_conntrack").Split('\n');
        var ours = tracker.List(0).Where(v => v.Original.Protocol == 6)
            .ToDictionary(v => Math.Max(v.Original.SourcePort, v.Original.DestinationPort));
        for (int flow = 0; flow < 3; flow++)
        {
            ushort port = (ushort)(1024 + (episode * 4) + flow);
            string? theirs = lines.Where(l => l.Contains(" tcp ")
                && (l.Contains($"sport={port} ") || l.Contains($"dport={port} ")))
                .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[5])
                .FirstOrDefault();
            if (!given.Contains(flow))
            {
                Assert.That(ours.TryGetValue(port, out SessionView view) ? view.State : null,
                    Is.EqualTo(theirs), $"episode {episode}, port {port}");
            }
        }
    }

    private static bool Passes(PacketSocket[] sockets, string[] macs, byte[] frame, bool back)
    {
        // What is sent behind it arrives, so that its fate is known by then.
        PacketSocket from = sockets[back ? 1 : 0];
        PacketSocket to = sockets[back ? 0 : 1];
        from.Send(frame);
        from.Send(Frames.Ethernet(MacOf(macs[back ? 1 : 0]), 0x020000000001, 0x0800,
            back ? Frames.Ipv4("10.2.0.2", "10.1.0.2", 17, Frames.Udp(9, 9, [1]))
                : Frames.Ipv4("10.1.0.2", "10.2.0.2", 17, Frames.Udp(9, 9, [1]))));
        bool passed = false;
        while (true)
        {
            byte[] got = to.Receive(0x0800);
            if (got[23] == 17 && got[34] == 0 && got[35] == 9)
            {
                return passed;
            }

            passed = true;
        }
    }

    private static byte[] Packet(Random random, ushort port, bool back, out byte flags)
    {
        flags = 0;
        string from = back ? "10.2.0.2" : "10.1.0.2";
        string to = back ? "10.1.0.2" : "10.2.0.2";
        int kind = random.Next(10);
        if (kind == 0)
        {
            return Frames.Ipv4(from, to, 17, back
                ? Frames.Udp(53, port, []) : Frames.Udp(port, 53, []));
        }

        if (kind == 1)
        {
            byte type = (byte)(random.Next(2) * 8);
            byte[] echo = [type, 0, 0, 0, (byte)(port >> 8), (byte)port, 0, 1];
            return Frames.Ipv4(from, to, 1, echo);
        }

        flags = Flags[random.Next(Flags.Length)];
        byte[] ports = [(byte)(port >> 8), (byte)port, 0, 80];
        byte[] number = [0, 0, 3, 232];
        return Frames.Ipv4(from, to, 6,
        [
            .. back ? [.. ports[2..], .. ports[..2]] : ports,
            .. number, .. (flags & 16) != 0 ? number : new byte[4],
            0x50, flags, 255, 255, 0, 0, 0, 0,
        ]);
    }

    private static string SetUp(string side, string network)
    {
        string device = $"{Router}{side}";
        Tool.Run(Limit, "ip", "link", "del", device);
        Tool.MustPass(Limit, "ip", "link", "add", device, "type", "veth",
            "peer", "name", "r" + side, "netns", Router);
        Tool.MustPass(Limit, "ip", "link", "set", device, "addrgenmode", "none", "up");
        Inside("ip", "link", "set", "r" + side, "up");
        Inside("ip", "addr", "add", $"{network}.1/24", "dev", "r" + side);
        Inside("ip", "neigh", "add", $"{network}.2", "lladdr", "02:00:00:00:00:01",
            "dev", "r" + side, "nud", "permanent");
        return Tool.MustPass(Limit, "ip", "netns", "exec", Router, "cat",
            $"/sys/class/net/r{side}/address").Trim();
    }

    private static void Inside(params string[] words) =>
        Tool.MustPass(Limit, "ip", ["netns", "exec", Router, .. words]);

    private static ulong MacOf(string text) => Convert.ToUInt64(text.Replace(":", ""), 16);
}

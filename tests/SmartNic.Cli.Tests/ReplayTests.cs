using SmartNic.Driver;
using SmartNic.Testing;

namespace SmartNic.Cli.Tests;

/// <summary>What <c>capture replay</c> writes, on the native kernels.</summary>
public sealed class ReplayTests
{
    private const ulong Second = 1_000_000_000;

    [Test]
    public void Each_tenant_gets_its_own_frames_at_their_stamps()
    {
        using var replay = new ReplayFixture();
        var (red, blue) = (Inner(100, 1), Inner(200, 2));
        var wire = replay.Input("wire.pcap",
            (5, ToGateway(100, red)), (6, ToGateway(200, blue)), (6, ToGateway(300, red)),
            (Second, ToGateway(200, red)));
        replay.Replay("model", "--in", $"wire={wire}", "--counters", replay.Folder["counters.json"],
            "--out", $"host.red={replay.Folder["red.pcap"]}",
            $"host.blue={replay.Folder["blue.pcap"]}");
        Assert.Multiple(() =>
        {
            Assert.That(replay.Output("red.pcap"), Is.EqualTo(new[] { (5UL, red) }));
            Assert.That(replay.Output("blue.pcap"),
                Is.EqualTo(new[] { (6UL, blue), (Second, red) }));
            Assert.That(replay.Counter("tenants", "red", "rx", "packets"), Is.EqualTo(1));
            Assert.That(replay.Counter("tenants", "red", "rx", "bytes"), Is.EqualTo(100));
            Assert.That(replay.Counter("tenants", "blue", "rx", "bytes"), Is.EqualTo(300));
            Assert.That(replay.Counter("drops", "unknown_vni"), Is.EqualTo(1));
            Assert.That(replay.Counter("ports", "wire.0", "in", "packets"), Is.EqualTo(4));
            Assert.That(replay.Counter("ports", "wire.0", "in", "bytes"), Is.EqualTo(700));
            Assert.That(replay.Counter("ports", "host.blue", "out", "bytes"), Is.EqualTo(300));
        });
    }

    [Test]
    public void Equal_stamps_are_in_the_order_of_the_arguments()
    {
        using var replay = new ReplayFixture();
        var red = replay.Input("red.pcap", (7, Inner(80, 1)), (8, Inner(80, 2)));
        var blue = replay.Input("blue.pcap", (7, Inner(80, 3)), (8, Inner(80, 4)));
        Assert.That(Last(replay, $"host.red={red}", $"host.blue={blue}"), Is.EqualTo("1 3 2 4"));
        Assert.That(Last(replay, $"host.blue={blue}", $"host.red={red}"), Is.EqualTo("3 1 4 2"));
        Assert.That(Last(replay, $"host.blue={blue}", $"host.blue={red}"), Is.EqualTo("3 1 4 2"));
    }

    [Test]
    public void Frames_of_a_tenant_are_encapsulated_for_its_remote()
    {
        using var replay = new ReplayFixture();
        var inner = Inner(60, 9);
        var red = replay.Input("red.pcap", (1, inner));
        replay.Replay("model", "--in", $"host.red={red}",
            "--out", $"wire={replay.Folder["out.pcap"]}",
            "--counters", replay.Folder["counters.json"]);
        var frame = replay.Output("out.pcap").Single().Frame;
        Assert.That(frame[50..], Is.EqualTo(inner));
        Assert.That(frame[..12], Is.EqualTo(
            (byte[])[.. Frames.Mac(0x020000000002), .. Frames.Mac(0x020000000001)]));
        Assert.That(frame[26..34], Is.EqualTo((byte[])[192, 168, 203, 1, 192, 168, 202, 1]));
        Assert.That(frame[46..49], Is.EqualTo((byte[])[0, 0, 100]));
        Assert.That(replay.Counter("tenants", "red", "tx", "bytes"), Is.EqualTo(60));
    }

    [Test]
    public void Order_and_stamps_survive_more_packets_than_there_are_tags()
    {
        const int Count = 140_000;
        using var replay = new ReplayFixture();
        var wire = replay.Input("wire.pcap", [.. Enumerable.Range(0, Count)
            .Select(i => ((ulong)i * 3, ToGateway(200, Numbered(i))))]);
        var red = replay.Input("red.pcap", [.. Enumerable.Range(0, 100)
            .Select(i => ((ulong)i * 4000, Inner(60, i)))]);
        replay.Replay("model", "--in", $"wire={wire}", $"host.red={red}",
            "--out", $"host.blue={replay.Folder["blue.pcap"]}",
            $"wire={replay.Folder["out.pcap"]}");
        var blue = replay.Output("blue.pcap");
        Assert.That(blue, Has.Count.EqualTo(Count));
        for (var i = 0; i < Count; i++)
        {
            Assert.That((blue[i].TimeNs, Number(blue[i].Frame)), Is.EqualTo(((ulong)i * 3, i)));
        }

        Assert.That(replay.Output("out.pcap"), Has.Count.EqualTo(100));
    }

    /// <summary>Twice the rate is offered; a bucket that is filled continuously says what passes.
    /// </summary>
    [Test]
    public void A_tenant_is_held_to_its_rate_by_the_stamps()
    {
        const ulong GapNs = 500_000; // 1000 bytes each: 16 Mbit/s against 8 Mbit/s
        using var replay = new ReplayFixture();
        var sent = Enumerable.Range(0, 4000)
            .Select(i => ((17 * Second) + ((ulong)i * GapNs), Frame: Inner(1000, i))).ToArray();
        var wire = replay.Input("wire.pcap",
            [.. sent.Select(packet => (packet.Item1, ToGateway(100, packet.Frame)))]);
        replay.Replay("model", "--in", $"wire={wire}", "--counters", replay.Folder["counters.json"],
            "--out", $"host.red={replay.Folder["red.pcap"]}");

        var passed = new List<ulong>();
        var (tokens, last) = (16384m, 17 * Second);
        foreach (var (time, _) in sent)
        {
            tokens = Math.Min(16384m, tokens + ((time - last) * 0.001m));
            last = time;
            if (tokens >= 1000)
            {
                tokens -= 1000;
                passed.Add(time);
            }
        }

        Assert.That(replay.Output("red.pcap").Select(packet => packet.TimeNs), Is.EqualTo(passed));
        Assert.That(replay.Counter("tenants", "red", "rx", "drops", "rate"),
            Is.EqualTo(4000 - passed.Count));
    }

    [Test]
    public void What_hardware_cannot_decide_goes_to_the_slow_port_and_back()
    {
        using var replay = new ReplayFixture();
        var ask = Frames.Ethernet(0xFFFFFFFFFFFF, Yaml.RedMac, 0x0806,
            Frames.Arp(1, Yaml.RedMac, "10.0.0.1", 0, "10.0.0.2"));
        var red = replay.Input("red.pcap", (40, ask));
        replay.Replay("model", "--in", $"host.red={red}",
            "--out", $"slow={replay.Folder["slow-punts.pcap"]}");
        var punt = replay.Output("slow-punts.pcap", 147).Single();
        Assert.That(SlowHeader.TryRead(punt.Frame, out var header), Is.True);
        Assert.That(header, Is.EqualTo(new SlowHeader
        {
            Reason = 4, Tenant = 1, Queue = 1, Vni = 100, TimeNs = 40,
            FrameLengthBytes = (ushort)ask.Length,
        }));
        Assert.That(punt.Frame[32..], Is.EqualTo(ask));

        var answers = new[] { SlowAction.ToHost, SlowAction.Encapsulate, SlowAction.ToWire }
            .Select(action => Injected(header with { Action = action, NextHop = 1 }, ask));
        var slow = replay.Input("slow.pcap", [.. answers.Select(frame => (50UL, frame))]);
        replay.Replay("model", "--in", $"slow={slow}", "--counters", replay.Folder["counters.json"],
            "--out", $"host.red={replay.Folder["red-out.pcap"]}",
            $"wire={replay.Folder["out.pcap"]}");
        Assert.That(replay.Output("red-out.pcap"), Is.EqualTo(new[] { (50UL, ask) }));
        Assert.That(replay.Output("out.pcap").Select(packet => packet.Frame[^ask.Length..]),
            Is.EqualTo(new[] { ask, ask }));
        Assert.That(replay.Counter("tenants", "red", "tx", "to_host"), Is.EqualTo(1));
        Assert.That(replay.Counter("ports", "slow.0", "in", "bytes"),
            Is.EqualTo(3 * (32 + ask.Length)));
    }

    [Test]
    public void The_same_replay_gives_the_same_bytes()
    {
        using var replay = new ReplayFixture();
        var wire = replay.Input("wire.pcap", [.. Enumerable.Range(0, 500)
            .Select(i => ((ulong)i * 1000,
                ToGateway(i % 3 == 0 ? 100u : 200u, Inner(60 + i, i))))]);
        byte[][] Once(string name)
        {
            replay.Replay("model", "--in", $"wire={wire}",
                "--counters", replay.Folder[name + ".json"],
                "--out", $"host.red={replay.Folder[name + ".red"]}",
                $"host.blue={replay.Folder[name + ".blue"]}");
            string[] ends = [".json", ".red", ".blue"];
            return [.. ends.Select(end => File.ReadAllBytes(replay.Folder[name + end]))];
        }

        Assert.That(Once("second"), Is.EqualTo(Once("first")));
    }

    internal static byte[] ToGateway(uint vni, byte[] inner) =>
        Frames.VxlanFrame("192.168.202.1", "192.168.203.1", vni, inner);

    internal static byte[] Inner(int bytes, int mark)
    {
        var frame = Frames.UdpFrame(Yaml.RedMac, Yaml.BlueMac, bytes);
        frame[^1] = (byte)mark;
        return frame;
    }

    private static byte[] Numbered(int number)
    {
        var frame = Inner(64, 0);
        BitConverter.TryWriteBytes(frame.AsSpan(60), number);
        return frame;
    }

    private static int Number(byte[] frame) => BitConverter.ToInt32(frame, 60);

    private static byte[] Injected(SlowHeader header, byte[] frame)
    {
        var bytes = new byte[SlowHeader.LengthBytes + frame.Length];
        header.Write(bytes);
        frame.CopyTo(bytes, SlowHeader.LengthBytes);
        return bytes;
    }

    private static string Last(ReplayFixture replay, params string[] inputs)
    {
        replay.Replay("model",
            [.. inputs.SelectMany(input => new[] { "--in", input }),
                "--out", $"wire={replay.Folder["out.pcap"]}"]);
        return string.Join(' ', replay.Output("out.pcap").Select(packet => packet.Frame[^1]));
    }
}

using System.Buffers.Binary;
using System.Diagnostics;
using Tool = SmartNic.Testing.Tool;

namespace SmartNic.SlowPath.Tests;

/// <summary>Wireshark's own dissectors find nothing wrong with the answers.</summary>
public sealed class TsharkTests
{
    // One IPv4 ping, two ARP replies without checksums, four ICMPv6 messages: 1 is "good".
    private static readonly string[] Expected =
        ["|1|1|", "|||", "|||", "|||1", "|||1", "|||1", "|||1"];

    [Test]
    public void AnswersAreWellFormedToTshark()
    {
        Tool.Needs("tshark");
        Bench bench = Bench.Create();
        foreach ((int reason, byte[] frame) in Frames.Requests)
        {
            bench.Punt(reason, frame, reason >= Reasons.Arp ? Bench.Red : (ushort)0);
        }

        string path = Path.Combine(TestContext.CurrentContext.WorkDirectory, "answers.pcap");
        File.WriteAllBytes(path, Pcap(bench.Injected));
        var start = new ProcessStartInfo("tshark")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in new[]
        {
            "-r", path, "-o", "ip.check_checksum:TRUE", "-T", "fields", "-e", "_ws.expert.message",
            "-e", "ip.checksum.status", "-e", "icmp.checksum.status",
            "-e", "icmpv6.checksum.status", "-E", "separator=|",
        })
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        string text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();

        string[] lines = [.. text.TrimEnd('\n').Split('\n').Order(StringComparer.Ordinal)];
        Assert.That(lines, Is.EqualTo(Expected), text);
    }

    private static byte[] Pcap(IReadOnlyList<byte[]> injected)
    {
        using var stream = new MemoryStream();
        stream.Write(Hex.Bytes("d4c3b2a1 0200 0400 00000000 00000000 ffff0000 01000000"));
        Span<byte> header = stackalloc byte[16];
        foreach (byte[] frame in injected)
        {
            header.Clear();
            BinaryPrimitives.WriteInt32LittleEndian(header[8..], frame.Length - 32);
            BinaryPrimitives.WriteInt32LittleEndian(header[12..], frame.Length - 32);
            stream.Write(header);
            stream.Write(frame.AsSpan(32));
        }

        return stream.ToArray();
    }
}

using System.Buffers.Binary;
using NUnit.Framework;
using SmartNic.Testing;

namespace SmartNic.Kernels.Tests;

/// <summary>
/// Outer source ports of traffic with structure: as many as random choices of 14 bits would give,
/// and spread as evenly, whatever the flows have in common.
/// </summary>
public sealed class FlowHashTests
{
    private const int Ports = 1 << 14;
    private const int FirstPort = 49152;

    private static readonly TxWorld World = new();

    private static IEnumerable<TestCaseData> Families()
    {
        TestCaseData Case(string name, IEnumerable<byte[]> frames) =>
            new TestCaseData(frames).SetArgDisplayNames(name);
        IEnumerable<int> all = Enumerable.Range(0, 4096);
        yield return Case("IPv4 pairs 10.0.a.b to 10.1.a.b", all.Select(i =>
            Ipv4($"10.0.{i >> 8}.{i & 255}", $"10.1.{i >> 8}.{i & 255}", 1000, 2000)));
        yield return Case("IPv4 pairs, swapped halves", all.Select(i =>
            Ipv4($"10.{i & 255}.0.{i >> 8}", $"10.{i >> 8}.0.{i & 255}", 1000, 2000)));
        yield return Case("IPv4 mesh of a /24", Mesh(254).Select(p =>
            Ipv4($"10.0.0.{p.A}", $"10.0.0.{p.B}", 1000, 2000)));
        yield return Case("IPv4 one source port after the other", all.Select(i =>
            Ipv4("10.0.0.1", "10.0.0.2", 1024 + i, 80)));
        yield return Case("IPv4 both ports alike", all.Select(i =>
            Ipv4("10.0.0.1", "10.0.0.2", 1024 + i, 1024 + i)));
        yield return Case("IPv4 ports follow addresses", all.Select(i =>
            Ipv4($"10.0.{i >> 8}.{i & 255}", "10.0.0.2", 1024 + i, 80)));
        yield return Case("IPv6 pairs fd00::i to fd01::i", all.Select(i =>
            Ipv6($"fd00::{i:x}", $"fd01::{i:x}", 0, Tcp(1000, 2000))));
        yield return Case("IPv6 pairs, i in both halves", all.Select(i =>
            Ipv6($"fd00:0:0:{i:x}::{i:x}", $"fd00:0:0:{i:x}::{i:x}", 0, Tcp(1000, 2000))));
        yield return Case("IPv6 mesh", Mesh(64).Select(p =>
            Ipv6($"fd00::{p.A:x}", $"fd00::{p.B:x}", 0, Tcp(1000, 2000))));
        yield return Case("IPv6 flow labels", all.Select(i =>
            Ipv6("fd00::1", "fd00::2", i, Tcp(1000, 2000))));
        yield return Case("IPv6 flow labels of ESP", all.Select(i =>
            Ipv6("fd00::1", "fd00::2", i, new byte[20], 50)));
        yield return Case("IPv6 ports behind hop-by-hop options", all.Select(i =>
            Ipv6("fd00::1", "fd00::2", 0, Extension(6, 8, Tcp(1024 + i, 80)), 0)));
        yield return Case("IPv6 ports behind 32 bytes of routing", all.Select(i =>
            Ipv6("fd00::1", "fd00::2", 0, Extension(6, 32, Tcp(1024 + i, 80)), 43)));
        yield return Case("IPv6 ports behind two headers", all.Select(i => Ipv6("fd00::1",
            "fd00::2", 0, Extension(60, 8, Extension(17, 16, Tcp(1024 + i, 80))), 0)));
        yield return Case("MAC addresses", all.Select(i =>
            Frames.Ethernet(0x020000000000 + (ulong)i, 0x020000010000 + (ulong)i, 0x88B5,
                new byte[46])));
        yield return Case("MAC mesh", Mesh(64).Select(p =>
            Frames.Ethernet(0x020000000000 + (ulong)p.A, 0x020000000000 + (ulong)p.B, 0x88B5,
                new byte[46])));
    }

    [TestCaseSource(nameof(Families))]
    public void StructureIsNotSeenInThePorts(IEnumerable<byte[]> frames)
    {
        int[] ports = [.. frames.Select(Entropy)];
        int distinct = ports.Distinct().Count();
        double expected = Ports * (1 - Math.Pow(1 - (1.0 / Ports), ports.Length));
        TestContext.Out.WriteLine($"{ports.Length} flows, {distinct} ports of {expected:f0}");
        Assert.That(distinct, Is.EqualTo(expected).Within(3).Percent);
        foreach (int bits in (int[])[0, 4, 8])
        {
            Assert.That(ChiSquare(ports.Select(p => (p >> bits) & 63), 64), Is.LessThan(63 + 56),
                $"5 sigma of 63 degrees of freedom, bits from {bits}");
        }

        Assert.That(ChiSquare(ports.Select(p => p % 61), 61), Is.LessThan(63 + 56), "modulo 61");
    }

    /// <summary>Both directions of a conversation are two flows.</summary>
    [Test]
    public void DirectionsDiffer()
    {
        int same = Enumerable.Range(0, 1000).Count(i =>
            Entropy(Ipv4("10.0.0.1", $"10.1.{i >> 8}.{i & 255}", 1000, 80))
            == Entropy(Ipv4($"10.1.{i >> 8}.{i & 255}", "10.0.0.1", 80, 1000)));
        Assert.That(same, Is.LessThan(5));
    }

    /// <summary>One flow has one port: payload, lengths and lifetimes do not matter.</summary>
    [Test]
    public void AFlowKeepsItsPort()
    {
        byte[] first = Ipv4("10.0.0.1", "10.0.0.2", 1000, 80);
        byte[] longer = Frames.Ethernet(TxWorld.Peer, TxWorld.Own, 0x0800, Frames.Traffic(
            Frames.Ipv4("10.0.0.1", "10.0.0.2", 6, [.. Tcp(1000, 80), 1, 2], new byte[8]), 0x28));
        Assert.That(Entropy(longer), Is.EqualTo(Entropy(first)));

        // All fragments of a packet go the same way: the first has ports, the others have not.
        byte[] Fragment(ushort offset, int port) => Frames.Ethernet(
            TxWorld.Peer, TxWorld.Own, 0x0800, Frames.Ipv4(
                "10.0.0.1", "10.0.0.2", 6, Tcp(port, 80), fragment: offset));
        Assert.That(Entropy(Fragment(0x2000, 1)), Is.EqualTo(Entropy(Fragment(0x0010, 2))));
    }

    /// <summary>Any bit of any field changes half of the port, on average.</summary>
    [Test]
    public void EveryBitMatters()
    {
        const int Address = 14 + 8;
        const int Label = 14;
        Random random = new(7);
        IEnumerable<int> bits = Enumerable.Range(8 * Address, 36 * 8)
            .Concat(Enumerable.Range((8 * Label) + 12, 20));
        foreach (int bit in bits)
        {
            int changed = 0;
            for (int n = 0; n < 64; n++)
            {
                byte[] frame = Ipv6("::", "::", 0, Tcp(0, 0));
                random.NextBytes(frame.AsSpan(Address, 36));
                byte[] other = [.. frame];
                other[bit / 8] ^= (byte)(0x80 >> (bit % 8));
                changed += int.PopCount(Entropy(frame) ^ Entropy(other));
            }

            // Half of 64 x 14 bits, and 6 sigma.
            Assert.That(changed, Is.InRange(448 - 90, 448 + 90), $"bit {bit}");
        }
    }

    /// <summary>The port of a frame that the slow path sends to a next hop.</summary>
    private static int Entropy(byte[] frame)
    {
        byte[] header = new byte[32];
        header[0] = 1;
        header[1] = (byte)InjectAction.Encapsulate;
        header[5] = 7;
        header[13] = 21;
        header[15] = 9;
        Verdict v = World.Run([.. header, .. frame], true);
        Assert.That(v.Reason, Is.EqualTo(Reasons.Wire));
        return BinaryPrimitives.ReadUInt16BigEndian(TxWorld.Prefix(v).AsSpan(34)) - FirstPort;
    }

    private static double ChiSquare(IEnumerable<int> values, int bins)
    {
        int[] counts = new int[bins];
        foreach (int value in values)
        {
            counts[value]++;
        }

        double expected = counts.Sum() / (double)bins;
        return counts.Sum(c => (c - expected) * (c - expected) / expected);
    }

    private static IEnumerable<(int A, int B)> Mesh(int count) =>
        Enumerable.Range(1, count).SelectMany(a =>
            Enumerable.Range(1, count).Where(b => a != b).Select(b => (a, b)));

    private static byte[] Ipv4(string source, string destination, int from, int to) =>
        Frames.Ethernet(TxWorld.Peer, TxWorld.Own, 0x0800,
            Frames.Ipv4(source, destination, 6, Tcp(from, to)));

    private static byte[] Ipv6(
        string source, string destination, int label, byte[] payload, byte next = 6)
    {
        byte[] packet = Frames.Ipv6(source, destination, next, payload);
        packet[1] = (byte)(label >> 16);
        packet[2] = (byte)(label >> 8);
        packet[3] = (byte)label;
        return Frames.Ethernet(TxWorld.Peer, TxWorld.Own, 0x86DD, packet);
    }

    private static byte[] Tcp(int from, int to) =>
        [(byte)(from >> 8), (byte)from, (byte)(to >> 8), (byte)to, .. new byte[16]];

    /// <summary>An extension header of so many bytes (RFC 8200 section 4).</summary>
    private static byte[] Extension(byte next, int bytes, byte[] payload) =>
        [next, (byte)((bytes / 8) - 1), .. new byte[bytes - 2], .. payload];
}

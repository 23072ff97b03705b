using System.Numerics;
using NUnit.Framework;
using SmartNic.Hls.Language;

namespace SmartNic.Examples.Tests.Native;

/// <summary>The header against its fields, one after the other, by RFC.</summary>
public sealed class GeneveEncapTests
{
    [Test]
    public void TheHeaderIsTheListOfItsFields()
    {
        var random = Numbers.Seeded();
        for (int i = 0; i < 5000; i++)
        {
            var inner = new byte[Window.BufferBytes];
            random.NextBytes(inner);
            GeneveTunnel t = Tunnel(random);
            GeneveMetadata m = default;
            m.Bytes = (U14)random.NextUInt32();
            m.Entropy = (U14)random.NextUInt32();
            (m.Policy, m.SentAt) = (random.NextUInt32(), random.NextUInt64());
            uint udp = (uint)m.Bytes + 56;
            (BigInteger Value, int Bits)[] fields =
            [
                ((ulong)t.DestinationMac, 48), ((ulong)t.SourceMac, 48),
                (0x8100, 16), (0, 4), ((uint)t.Vlan, 12), (0x86DD, 16),
                (6, 4), (0, 8), ((uint)m.Entropy, 20), (udp, 16), (17, 8), (64, 8),
                (t.SourceHigh, 64), (t.SourceLow, 64),
                (t.DestinationHigh, 64), (t.DestinationLow, 64),
                (3, 2), ((uint)m.Entropy, 14), (6081, 16), (udp, 16), (0, 16),
                (0, 2), (10, 6), (0, 8), (0x6558, 16), ((uint)t.Vni, 24), (0, 8),
                (0x0102, 16), (0x17, 8), (4, 8), (m.Policy, 32), (0, 96),
                (0x0102, 16), (0x18, 8), (4, 8), (m.SentAt, 64), ((uint)m.Bytes, 16), (0, 48),
            ];
            BigInteger all = fields.Aggregate(BigInteger.One, (x, f) => (x << f.Bits) | f.Value);
            byte[] header = all.ToByteArray(true, true)[1..];
            Assert.That(header, Has.Length.EqualTo(114));
            Assert.That(Run(inner, m, t, out bool done), Is.EqualTo(
                header.Concat(inner.Take(78))));
            Assert.That(done, Is.True);
        }
    }

    [Test]
    public void WithoutATunnelTheFrameStays()
    {
        byte[] inner = [.. Enumerable.Range(0, Window.BufferBytes).Select(i => (byte)i)];
        Assert.That(Run(inner, default, default, out bool done), Is.EqualTo(inner.Take(192)));
        Assert.That(done, Is.False);
    }

    private static GeneveTunnel Tunnel(Random random) => new()
    {
        Valid = true,
        DestinationMac = (U48)random.NextUInt64(),
        SourceMac = (U48)random.NextUInt64(),
        Vlan = (U12)random.NextUInt32(),
        SourceHigh = random.NextUInt64(),
        SourceLow = random.NextUInt64(),
        DestinationHigh = random.NextUInt64(),
        DestinationLow = random.NextUInt64(),
        Vni = (U24)random.NextUInt32(),
    };

    private static byte[] Run(byte[] inner, GeneveMetadata m, GeneveTunnel t, out bool done)
    {
        var tunnels = new Table<GeneveTunnel>(256);
        tunnels.Write(9, t);
        var buffer = new byte[EditWindow.BufferBytes];
        inner.CopyTo(buffer, EditWindow.HeadroomBytes);
        var window = new EditWindow(buffer);
        done = GeneveEncap.Run(ref window, m, 9, tunnels);
        var bytes = new byte[Window.LengthBytes];
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = window.U8(i);
        }

        return bytes;
    }
}

using System.Buffers.Binary;
using NUnit.Framework;
using SmartNic.Hls.Language;
using SmartNic.Packets;
using SmartNic.Testing;

namespace SmartNic.Examples.Tests.Native;

/// <summary>Against frames that the VXLAN device of Linux sent (tests/fixtures).</summary>
public sealed class VxlanHeaderTests
{
    /// <summary>Bytes that Linux fills otherwise: identification, flags, both checksums.</summary>
    private static readonly int[] Differs = [18, 19, 20, 21, 24, 25, 40, 41];

    [Test]
    public void LinuxSendsTheSameHeader()
    {
        using var capture = CaptureReader.Open(
            Checkout.At("tests", "fixtures", "wire.pcap"));
        int compared = 0;
        while (capture.Next())
        {
            byte[] frame = capture.Frame.ToArray();
            if (frame.Length < 50 || frame[23] != 17 || BigEndian16(frame, 36) != 4789)
            {
                continue;
            }

            byte[] sent = frame[..50];
            // Linux takes source ports from 32768 on; RFC 7348 recommends 49152 on.
            sent[34] |= 0xC0;
            byte[] built = Build(frame);
            foreach (int i in Enumerable.Range(0, 50).Except(Differs))
            {
                Assert.That(built[i], Is.EqualTo(sent[i]), $"byte {i}");
            }

            var ip = built[14..34].Chunk(4).Select(w => BinaryPrimitives.ReadUInt32BigEndian(w));
            Assert.That(Sums.Internet(ip), Is.EqualTo(0xFFFF), "IPv4 checksum");
            compared++;
        }

        Assert.That(compared, Is.GreaterThan(50));
    }

    private static byte[] Build(byte[] frame)
    {
        Tunnel tunnel = default;
        tunnel.DestinationMac = (U48)BigEndian48(frame, 0);
        tunnel.SourceMac = (U48)BigEndian48(frame, 6);
        tunnel.Source = BinaryPrimitives.ReadUInt32BigEndian(frame.AsSpan(26));
        tunnel.Destination = BinaryPrimitives.ReadUInt32BigEndian(frame.AsSpan(30));
        tunnel.Ttl = frame[22];
        tunnel.Vni = (U24)(BinaryPrimitives.ReadUInt32BigEndian(frame.AsSpan(46)) >> 8);
        var header = VxlanHeader.Run(tunnel, (U14)(ushort)(frame.Length - 50),
            (U14)(ushort)(BigEndian16(frame, 34) & 0x3FFF));
        var bytes = new byte[56];
        ulong[] words =
            [header.H0, header.H1, header.H2, header.H3, header.H4, header.H5,
            (ulong)header.H6 << 48];
        for (int i = 0; i < words.Length; i++)
        {
            BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(8 * i), words[i]);
        }

        return bytes;
    }

    private static ushort BigEndian16(byte[] bytes, int at) =>
        BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at));

    private static ulong BigEndian48(byte[] bytes, int at) =>
        BinaryPrimitives.ReadUInt64BigEndian(bytes.AsSpan(at)) >> 16;
}

using NUnit.Framework;
using SmartNic.Hls.Language;

namespace SmartNic.Examples.Tests.Native;

/// <summary>Packets are built from a list of headers, which says what the walk has to
/// find.</summary>
public sealed class Ipv6WalkTests
{
    [Test]
    public void TheUpperLayerIsWhereItWasPut()
    {
        var random = Numbers.Seeded();
        byte[] uppers = [6, 17, 58, 132, 51];
        byte[] extensions = [0, 43, 44, 60];
        for (int run = 0; run < 50_000; run++)
        {
            var packet = new List<byte>(new byte[40]);
            int next = 6, walked = 0;
            bool isLate = false, isBeyond = false;
            int headers = random.Next(6);
            for (int i = 0; i < headers; i++)
            {
                byte kind = extensions[random.Next(extensions.Length)];
                packet[next] = kind;
                next = packet.Count;
                byte[] header = Header(random, kind, out bool isFragment);
                packet.AddRange(header);
                // What is behind the end of the walk does not count.
                if (!isLate && !isBeyond && walked < 3)
                {
                    isLate = isFragment;
                    isBeyond = packet.Count > 96;
                    walked++;
                }
            }

            byte upper = packet[next] = uppers[random.Next(uppers.Length)];
            int at = packet.Count;
            packet.AddRange([1, 2, 3, 4]);
            packet.AddRange(new byte[Window.BufferBytes]);
            var found = Ipv6Walk.Run(new Window(packet.ToArray()));
            bool isFound = !isLate && !isBeyond && headers <= 3;
            Assert.That((found.Found, found.IsLaterFragment), Is.EqualTo((isFound, isLate)));
            if (isFound)
            {
                Assert.That((found.Protocol, (int)found.Offset, found.Ports), Is.EqualTo(
                    (upper, at, upper is 6 or 17 or 132 ? 0x01020304u : 0u)));
            }
        }
    }

    private static byte[] Header(Random random, byte kind, out bool isFragment)
    {
        byte more = (byte)(random.Next(8) == 0 ? random.Next(20) : random.Next(3));
        var header = new byte[kind == 44 ? 8 : 8 + more * 8];
        random.NextBytes(header);
        header[1] = more;
        isFragment = kind == 44 && random.Next(3) == 0;
        if (kind == 44)
        {
            header[2] = (byte)(isFragment ? 1 : 0);
            header[3] &= 7;
        }

        return header;
    }
}

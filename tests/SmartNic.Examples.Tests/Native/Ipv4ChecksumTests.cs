using NUnit.Framework;

namespace SmartNic.Examples.Tests.Native;

/// <summary>Sums of RFC 1071, and headers from captures.</summary>
public sealed class Ipv4ChecksumTests
{
    /// <summary>RFC 1071, section 3: 0001 f203 f4f5 f6f7 sums to ddf2.</summary>
    [Test]
    public void TheExampleOfTheRfcHolds()
    {
        Ipv4Header header = default;
        header.W0 = 0x0001f203;
        header.W1 = 0xf4f5f6f7;
        Assert.That(Ipv4Checksum.Run(header).Checksum, Is.EqualTo(unchecked((ushort)~0xddf2)));
    }

    /// <summary>A ping of Linux in tests/fixtures/wire.pcap, and a much quoted header.</summary>
    [TestCase(0x45000054u, 0xffcf4000u, 0x4001b6d5u, 0xc0000202u, 0xc0000201u)]
    [TestCase(0x45000073u, 0x00004000u, 0x4011b861u, 0xc0a80001u, 0xc0a800c7u)]
    public void AHeaderThatWasSentIsRight(uint w0, uint w1, uint w2, uint source, uint destination)
    {
        Ipv4Header header = new()
        {
            W0 = w0, W1 = w1, W2 = w2, Source = source, Destination = destination,
        };
        var right = Ipv4Checksum.Run(header);
        header.W1 ^= 0x100;
        var wrong = Ipv4Checksum.Run(header);
        Assert.Multiple(() =>
        {
            Assert.That(right.Checksum, Is.EqualTo((ushort)w2));
            Assert.That(right.IsRight, Is.True);
            Assert.That(wrong.Checksum, Is.Not.EqualTo((ushort)w2));
            Assert.That(wrong.IsRight, Is.False);
        });
    }

    /// <summary>With its checksum in place a header sums to 0xFFFF (RFC 1071, section 1).</summary>
    [Test]
    public void AnyHeaderSumsToAllOnes()
    {
        var random = Numbers.Seeded();
        for (int i = 0; i < 10_000; i++)
        {
            uint[] words = [.. Enumerable.Range(0, 5).Select(_ => random.Next(3) switch
            {
                0 => uint.MaxValue,
                1 => random.NextUInt32() & 0xFF00FFFF,
                _ => random.NextUInt32(),
            })];
            Ipv4Header header = new()
            {
                W0 = words[0], W1 = words[1], W2 = words[2],
                Source = words[3], Destination = words[4],
            };
            words[2] = (words[2] & 0xFFFF0000) | Ipv4Checksum.Run(header).Checksum;
            Assert.That(Sums.Internet(words), Is.EqualTo(0xFFFF));
        }
    }
}

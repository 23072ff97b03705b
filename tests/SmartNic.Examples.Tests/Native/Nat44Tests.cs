using System.Buffers.Binary;
using NUnit.Framework;
using SmartNic.Hls.Language;

namespace SmartNic.Examples.Tests.Native;

/// <summary>Translated packets against checksums that are computed anew over all bytes.</summary>
public sealed class Nat44Tests
{
    private const int Bytes = 100;

    [Test]
    public void ATranslatedPacketIsRightThroughout()
    {
        var random = Numbers.Seeded();
        for (int i = 0; i < 20_000; i++)
        {
            byte[] frame = Frame(random, random.Next(2) == 0 ? (byte)6 : (byte)17);
            bool hasSum = frame[23] == 6 || random.Next(4) != 0;
            Seal(frame, hasSum);
            NatBinding b = Binding(random, frame);
            byte[] expected = [.. frame];
            expected[22]--;
            BinaryPrimitives.WriteUInt32BigEndian(expected.AsSpan(26), b.OutsideAddress);
            BinaryPrimitives.WriteUInt16BigEndian(expected.AsSpan(34), b.OutsidePort);
            Seal(expected, hasSum);
            Assert.That(Run(frame, b), Is.True);
            Assert.That(frame, Is.EqualTo(expected));
        }
    }

    /// <summary>What is not to be translated stays as it is.</summary>
    [TestCase(12, 0x86, TestName = "Another protocol stays")]
    [TestCase(14, 0x46, TestName = "Options stay")]
    [TestCase(20, 0x20, TestName = "A first fragment stays")]
    [TestCase(21, 0x01, TestName = "A fragment stays")]
    [TestCase(22, 1, TestName = "A packet at its end stays")]
    [TestCase(23, 1, TestName = "ICMP stays")]
    [TestCase(29, 0, TestName = "Another source stays")]
    [TestCase(35, 0, TestName = "Another port stays")]
    public void OtherPacketsStay(int at, int value)
    {
        byte[] frame = Frame(Numbers.Seeded(), 17);
        frame[29] = frame[35] = 77;
        NatBinding b = Binding(new(1), frame);
        frame[at] = (byte)value;
        byte[] before = [.. frame];
        Assert.That(Run(frame, b), Is.False);
        Assert.That(frame, Is.EqualTo(before));
    }

    private static byte[] Frame(Random random, byte protocol)
    {
        var frame = new byte[Bytes];
        random.NextBytes(frame);
        (frame[12], frame[13], frame[14]) = (8, 0, 0x45);
        (frame[20], frame[21]) = ((byte)(random.Next(2) << 6), 0);
        (frame[22], frame[23]) = ((byte)random.Next(2, 256), protocol);
        return frame;
    }

    private static NatBinding Binding(Random random, byte[] frame) => new()
    {
        Valid = true,
        InsideAddress = BinaryPrimitives.ReadUInt32BigEndian(frame.AsSpan(26)),
        InsidePort = BinaryPrimitives.ReadUInt16BigEndian(frame.AsSpan(34)),
        OutsideAddress = random.NextUInt32(),
        OutsidePort = (ushort)random.Next(65536),
    };

    /// <summary>Both checksums, from nothing.</summary>
    private static void Seal(byte[] frame, bool hasSum)
    {
        Put(frame, 24, 0);
        Put(frame, 24, (ushort)~Sum(frame[14..34]));
        bool isTcp = frame[23] == 6;
        int at = isTcp ? 50 : 40;
        Put(frame, at, 0);
        if (!hasSum)
        {
            return;
        }

        byte[] pseudo = [.. frame[26..34], 0, frame[23], 0, Bytes - 34, .. frame[34..]];
        ushort sum = (ushort)~Sum(pseudo);
        Put(frame, at, !isTcp && sum == 0 ? (ushort)0xFFFF : sum);
    }

    private static ushort Sum(byte[] bytes) => Sums.Internet(
        bytes.Chunk(2).Select(p => (uint)(p[0] << 8 | p[1])));

    private static void Put(byte[] frame, int at, ushort value) =>
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(at), value);

    private static bool Run(byte[] frame, NatBinding binding)
    {
        var bindings = new Table<NatBinding>(4096);
        bindings.Write(Nat44.Index(binding.InsideAddress, binding.InsidePort), binding);
        var buffer = new byte[EditWindow.BufferBytes];
        frame.CopyTo(buffer, EditWindow.HeadroomBytes);
        var window = new EditWindow(buffer);
        bool done = Nat44.Run(ref window, bindings);
        buffer.AsSpan(EditWindow.HeadroomBytes, frame.Length).CopyTo(frame);
        return done;
    }
}

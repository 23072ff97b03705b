using System.Buffers.Binary;
using SmartNic.Kernels;
using SmartNic.SoftBoard.Offload;

namespace SmartNic.SoftBoard.Tests;

/// <summary>What a card would have done: checksums are completed, long frames are cut.</summary>
[NonParallelizable]
public sealed class OffloadTests
{
    private const int PieceBytes = 1000;
    private const byte Complete = 1;
    private const byte Tcp4 = 1;
    private const byte Tcp6 = 4;
    private const byte Udp = 5;
    private const byte Flags = 0x80 | 0x10 | 0x08 | 0x01; // CWR, ACK, PSH, FIN
    private const int VnetOption = 15;
    private const string Here = "10.0.0.1";
    private const string There = "10.0.0.2";
    private const string Here6 = "fd00:1::1";
    private const string There6 = "fd00:1::2";

    private static IEnumerable<TestCaseData> Long()
    {
        foreach (int payload in new[] { 1, PieceBytes, PieceBytes + 1, 7 * PieceBytes, 60_001 })
        {
            yield return new TestCaseData(Tcp4, payload, false, false);
            yield return new TestCaseData(Tcp6, payload, false, false);
            yield return new TestCaseData(Udp, payload + 20, false, false);
            yield return new TestCaseData(Tcp4, payload, true, false);
            yield return new TestCaseData(Tcp6, payload, true, true);
            yield return new TestCaseData(Udp, payload + 20, true, true);
        }
    }

    /// <summary>The pieces are whole packets, and together the payload.</summary>
    [TestCaseSource(nameof(Long))]
    public void ALongFrameIsCut(byte kind, int payloadBytes, bool isTunnel, bool hasOuterSum)
    {
        byte[] payload = Payload(payloadBytes);
        byte[] frame = Inner(kind, payload, out int ip, out int transport);
        if (isTunnel)
        {
            frame = Frames.VxlanFrame(World.East, World.West, 100, frame);
            (ip, transport) = (ip + 50, transport + 50);
            frame[41] = hasOuterSum ? (byte)1 : (byte)0;
        }

        bool isTcp = kind != Udp;
        int head = transport + (isTcp ? 20 : 8);
        VnetHeader header = new(
            Complete, kind, PieceBytes, (ushort)transport, (ushort)(isTcp ? 16 : 6));
        byte[] buffer = new byte[Protocol.MaxFrameBytes];
        Assert.That(Segments.TryBegin(frame, header, buffer, out Segments segments), Is.True);
        List<byte> joined = [];
        int index = 0;
        while (segments.TryNext(out ReadOnlySpan<byte> segment))
        {
            byte[] piece = segment.ToArray();
            bool isLast = joined.Count + piece.Length - head == payloadBytes;
            CheckIp(piece, ip, index);
            CheckSum(piece, ip, transport);
            if (isTunnel)
            {
                CheckIp(piece, 14, index);
                Assert.That(BinaryPrimitives.ReadUInt16BigEndian(piece.AsSpan(38)),
                    Is.EqualTo(piece.Length - 34));
                Assert.That(piece[40] != 0 || piece[41] != 0, Is.EqualTo(hasOuterSum));
                if (hasOuterSum)
                {
                    CheckSum(piece, 14, 34);
                }
            }

            if (isTcp)
            {
                Assert.That(BinaryPrimitives.ReadUInt32BigEndian(piece.AsSpan(transport + 4)),
                    Is.EqualTo(0xFFFFFF00u + (uint)(index * PieceBytes)));
                int flags = Flags & ~(isLast ? 0 : 0x09) & ~(index == 0 ? 0 : 0x80);
                Assert.That(piece[transport + 13], Is.EqualTo(flags));
            }

            joined.AddRange(piece[head..]);
            index++;
        }

        Assert.That(joined, Is.EqualTo(payload));
        Assert.That(index, Is.EqualTo((payloadBytes + PieceBytes - 1) / PieceBytes));
    }

    /// <summary>Nothing that a guest puts into a header makes the board read beyond a frame.
    /// </summary>
    [Test]
    public void WhatCannotBeCutIsRefused()
    {
        Random random = new(13);
        byte[] buffer = new byte[Protocol.MaxFrameBytes];
        int cut = 0;
        for (int n = 0; n < 200_000; n++)
        {
            byte[] frame = Inner(
                random.Next(2) == 0 ? Tcp4 : Udp, Payload(3000), out _, out int transport);
            frame = random.Next(2) == 0
                ? frame : Frames.VxlanFrame(World.East, World.West, 100, frame);
            frame = frame[..random.Next(14, frame.Length)];
            for (int change = random.Next(4); change > 0; change--)
            {
                frame[random.Next(Math.Min(frame.Length, 110))] = (byte)random.Next(256);
            }

            VnetHeader header = new(Complete, (byte)random.Next(8), (ushort)random.Next(4000),
                (ushort)(transport + (random.Next(2) * 50)), (ushort)random.Next(20));
            if (Segments.TryBegin(frame, header, buffer, out Segments segments))
            {
                cut++;
                while (segments.TryNext(out _))
                {
                }
            }

            header.TryComplete(frame);
        }

        Assert.That(cut, Is.GreaterThan(100));
    }

    /// <summary>A tunnel whose lengths are not written anew is not cut.</summary>
    [Test]
    public void OtherTunnelsAreNotCut([Values(4, 6)] int version)
    {
        byte[] inner = Inner(Tcp4, Payload(3000), out _, out int transport);
        byte[] gre = Frames.Nvgre(100, inner, 0);
        byte[] frame = version == 4
            ? Frames.Ethernet(2, 4, Protocol.Ipv4, Frames.Ipv4(Here, There, Protocol.Gre, gre))
            : Frames.Ethernet(2, 4, Protocol.Ipv6, Frames.Ipv6(Here6, There6, Protocol.Gre, gre));
        int start = frame.Length - inner.Length + transport;
        VnetHeader header = new(Complete, Tcp4, PieceBytes, (ushort)start, 16);
        Assert.That(Segments.TryBegin(frame, header, new byte[Protocol.MaxFrameBytes], out _),
            Is.False);
    }

    /// <summary>As the kernel hands them over on a pair of devices.</summary>
    [Test]
    public void FramesOfTheKernelLeaveWhole([Values(Tcp4, Tcp6, Udp)] byte kind)
    {
        byte[] payload = Payload(20_000);
        byte[] frame = Inner(kind, payload, out int ip, out int transport);
        bool isTcp = kind != Udp;
        int head = transport + (isTcp ? 20 : 8);
        using SoftFixture soft = new();
        GatewayDriver driver = GatewayDriver.Attach(soft.Board.Bar);
        Assert.That(driver.Apply(World.Config()).Errors, Is.Empty);
        soft.Host.SetOption(VnetOption);
        soft.Host.Send(Vnet(Complete, kind, head, transport, isTcp ? 16 : 6, frame));
        Assert.That(soft.Round(), Is.EqualTo(1));
        List<byte> joined = [];
        for (int n = 0; n < payload.Length / PieceBytes; n++)
        {
            byte[] piece = soft.Wire.Receive(0x0800)[50..];
            CheckSum(piece, ip, transport);
            joined.AddRange(piece[head..]);
        }

        Assert.That(joined, Is.EqualTo(payload));

        // A short one without its checksum.
        byte[] few = Inner(kind, payload[..1000], out _, out _);
        soft.Host.Send(Vnet(Complete, 0, head, transport, isTcp ? 16 : 6, few));
        Assert.That(soft.Round(), Is.EqualTo(1));
        CheckSum(soft.Wire.Receive(0x0800)[50..], ip, transport);
        Assert.That(Conservation.Violations(soft.Board.Bar, tenants: 5), Is.Empty);
    }

    private static byte[] Vnet(
        byte flags, byte kind, int head, int start, int offset, byte[] frame)
    {
        byte[] bytes = new byte[VnetHeader.Bytes + frame.Length];
        (bytes[0], bytes[1]) = (flags, kind);
        BitConverter.TryWriteBytes(bytes.AsSpan(2), (ushort)head);
        BitConverter.TryWriteBytes(bytes.AsSpan(4), (ushort)(kind == 0 ? 0 : PieceBytes));
        BitConverter.TryWriteBytes(bytes.AsSpan(6), (ushort)start);
        BitConverter.TryWriteBytes(bytes.AsSpan(8), (ushort)offset);
        frame.CopyTo(bytes.AsSpan(VnetHeader.Bytes));
        return bytes;
    }

    private static byte[] Payload(int bytes)
    {
        byte[] payload = new byte[bytes];
        new Random(bytes).NextBytes(payload);
        return payload;
    }

    /// <summary>A tenant's frame with the sum of its pseudo-header only.</summary>
    private static byte[] Inner(byte kind, byte[] payload, out int ip, out int transport)
    {
        byte[] segment = kind == Udp
            ? Frames.Udp(1000, 2000, payload)
            : [3, 0xE8, 7, 0xD0, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 1, 0x50, Flags, 1, 0, 0, 0, 0, 0,
                .. payload];
        byte protocol = kind == Udp ? Protocol.Udp : Protocol.Tcp;
        byte[] packet = kind == Tcp6
            ? Frames.Ipv6(Here6, There6, protocol, segment)
            : Frames.Ipv4(Here, There, protocol, segment);
        (ip, transport) = (14, 14 + (kind == Tcp6 ? 40 : 20));
        byte[] frame = Frames.Ethernet(
            World.Peer, World.Self, kind == Tcp6 ? Protocol.Ipv6 : Protocol.Ipv4, packet);
        ushort sum = (ushort)~Frames.Checksum([.. Pseudo(frame, ip, transport)]);
        BinaryPrimitives.WriteUInt16BigEndian(
            frame.AsSpan(transport + (kind == Udp ? 6 : 16)), sum);
        return frame;
    }

    private static byte[] Pseudo(byte[] frame, int ip, int transport)
    {
        bool is4 = frame[ip] >> 4 == 4;
        int bytes = frame.Length - transport;
        return
        [
            .. is4 ? frame[(ip + 12)..(ip + 20)] : frame[(ip + 8)..(ip + 40)],
            0, is4 ? frame[ip + 9] : frame[ip + 6], (byte)(bytes >> 8), (byte)bytes,
        ];
    }

    private static void CheckSum(byte[] frame, int ip, int transport) => Assert.That(
        Frames.Checksum([.. Pseudo(frame, ip, transport), .. frame[transport..]]), Is.Zero);

    private static void CheckIp(byte[] frame, int ip, int index)
    {
        int length = BinaryPrimitives.ReadUInt16BigEndian(
            frame.AsSpan(ip + (frame[ip] >> 4 == 4 ? 2 : 4)));
        if (frame[ip] >> 4 == 6)
        {
            Assert.That(length, Is.EqualTo(frame.Length - ip - 40));
            return;
        }

        Assert.That(length, Is.EqualTo(frame.Length - ip));
        Assert.That(Frames.Checksum(frame.AsSpan(ip, 20)), Is.Zero);
        Assert.That(BinaryPrimitives.ReadUInt16BigEndian(frame.AsSpan(ip + 4)),
            Is.EqualTo(0x1234 + index));
    }
}

using SmartNic.Driver;
using SmartNic.Features;
using SmartNic.Guest.Card;
using SmartNic.Pci.Ring;
using SmartNic.Registers;
using SmartNic.Testing;

namespace SmartNic.Guest.Tests;

/// <summary>
/// The host's packet rings against the verilated application block, in one process: DMA goes into
/// an array, with operations that overtake each other.
/// </summary>
public sealed class RingTests
{
    private const uint Base = RingRegisters.Base;
    private const long Clocks = 1_000_000;

    // The core takes 9216 bytes on every port, the metadata header included.
    private const int MaxInjected = 9216 - SlowHeader.LengthBytes;
    private ArrayMemory memory = null!;
    private SimCard card = null!;
    private Random random = null!;

    [SetUp]
    public void Create()
    {
        int seed = System.Random.Shared.Next();
        TestContext.Out.WriteLine($"seed {seed}");
        random = new Random(seed);
        memory = new ArrayMemory(PacketRing.MemoryBytes);
        card = new SimCard(memory, (ulong)seed);
    }

    [TearDown]
    public void Dispose()
    {
        card.Dispose();
        memory.Free();
    }

    [Test]
    public void InjectedFramesReachTheWireWholeAndInOrder()
    {
        using PacketRing ring = PacketRing.Open(card, memory);
        List<byte[]> sent = [];
        for (int i = 0; i < 300; i++)
        {
            byte[] frame = Payload(Math.Min(LengthOf(i), MaxInjected));
            sent.Add(frame);
            while (!ring.TrySend(Injected(frame)))
            {
                Assert.That(card.Run(Clocks), Is.True);
            }
        }

        Assert.That(card.Run(Clocks), Is.True);
        foreach (byte[] frame in sent)
        {
            Assert.That(card.Pop()?.Bytes, Is.EqualTo(frame));
        }

        Assert.Multiple(() =>
        {
            Assert.That(card.Pop(), Is.Null);
            Assert.That(ring.Errors, Is.Zero);
            Assert.That(Wide(RingRegisters.TxPacketsLo), Is.EqualTo(300));
            Assert.That(Wide(RingRegisters.TxBytesLo), Is.EqualTo(sent.Sum(f => f.Length + 32)));
            Assert.That(memory.Misses, Is.Zero);
        });
    }

    [Test]
    public void PuntsReachTheHostWholeAndInOrder()
    {
        Configure();
        using PacketRing ring = PacketRing.Open(card, memory);
        var buffer = new byte[9248];
        int taken = 0;
        for (int round = 0; round < 60; round++)
        {
            List<byte[]> frames = [.. Enumerable.Range(0, 1 + random.Next(6)).Select(
                i => Frames.UdpFrame(World.Nobody, World.Self, 60 + LengthOf(round + i) % 9100))];
            frames.ForEach(frame => card.Push(PortId.Host(0, 1), frame));
            Assert.That(card.Run(Clocks), Is.True);
            foreach (byte[] frame in frames)
            {
                Assert.That(ring.TryReceive(buffer, out int length), Is.True);
                Assert.That(SlowHeader.TryRead(buffer, out SlowHeader header), Is.True);
                Assert.Multiple(() =>
                {
                    Assert.That(header.FrameLengthBytes, Is.EqualTo(frame.Length));
                    Assert.That(header.Queue, Is.EqualTo(1));
                    Assert.That(length, Is.EqualTo(32 + frame.Length));
                    Assert.That(buffer.AsSpan(32, length - 32).SequenceEqual(frame), Is.True);
                });
                taken++;
            }

            Assert.That(ring.TryReceive(buffer, out _), Is.False);
        }

        Assert.Multiple(() =>
        {
            Assert.That(Wide(RingRegisters.RxPacketsLo), Is.EqualTo(taken));
            Assert.That(Wide(RingRegisters.RxDropsLo), Is.Zero);
            Assert.That(memory.Misses, Is.Zero);
        });
    }

    /// <summary>A host that takes nothing: what does not fit is counted, the rest goes on.
    /// </summary>
    [Test]
    public void AFullRingDropsAndCounts()
    {
        Configure();
        using PacketRing ring = PacketRing.Open(card, memory);
        const int Sent = 200;
        for (int i = 0; i < Sent; i++)
        {
            card.Push(PortId.Host(0, 1), Frames.UdpFrame(World.Nobody, World.Self, 1000));
            card.Push(PortId.Host(0, 1), Frames.UdpFrame(World.Peer, World.Self, 100));
            Assert.That(i % 10 != 9 || card.Run(Clocks), Is.True);
        }

        int forwarded = 0;
        while (card.Pop() is not null)
        {
            forwarded++;
        }

        var buffer = new byte[9248];
        int received = Drain(ring, buffer);
        Assert.That(card.Run(Clocks), Is.True);
        received += Drain(ring, buffer);
        long drops = Wide(RingRegisters.RxDropsLo);
        Assert.Multiple(() =>
        {
            Assert.That(forwarded, Is.EqualTo(Sent), "a full ring holds nothing else up");
            Assert.That(received, Is.GreaterThan(64), "the ring, and what waits in the board");
            Assert.That(drops, Is.GreaterThan(0));
            Assert.That(received + drops, Is.EqualTo(Sent));
            Assert.That(
                card.Read32(InterfaceRegisters.Base + InterfaceRegisters.SlowOutPacketsLo),
                Is.EqualTo(Sent));
        });
    }

    /// <summary>A board that takes nothing: the host is refused at once, and never waits.</summary>
    [Test]
    public void AFullSendRingRefusesAndTakesAgain()
    {
        using PacketRing ring = PacketRing.Open(card, memory);
        memory.IsReachable = false;
        int taken = 0;
        while (taken < 1000 && ring.TrySend(Injected(Payload(100))))
        {
            taken++;
        }

        Assert.That(taken, Is.EqualTo(64));
        for (int i = 0; i < 10_000; i++)
        {
            Assert.That(ring.TrySend(Injected(Payload(100))), Is.False);
        }

        Assert.That(ring.Errors, Is.Zero, "nothing was lost: nothing was taken");
    }

    [Test]
    public void FailedOperationsAreReportedAndTheRingGoesOnOrStops()
    {
        Configure();
        using PacketRing ring = PacketRing.Open(card, memory);
        card.SetDma(100, 20, errors: 3000);
        var buffer = new byte[9248];
        long received = 0, sent = 0;
        bool stopped = false;
        for (int i = 0; i < 400 && !stopped; i++)
        {
            card.Push(PortId.Host(0, 1), Frames.UdpFrame(World.Nobody, World.Self, 200));
            Assert.That(card.Run(Clocks), Is.True);
            received += Drain(ring, buffer);
            try
            {
                sent++;
                Assert.That(ring.TrySend(Injected(Payload(100))), Is.True);
                Assert.That(card.Run(Clocks), Is.True);
                ring.Check();
            }
            catch (DeviceLostException e)
            {
                Assert.That(e.Message, Does.Contain("DMA error"));
                stopped = true;
            }
        }

        Assert.That(stopped, Is.True, "an entry that cannot be read stops the ring");
        long counted = Wide(RingRegisters.RxPacketsLo) + Wide(RingRegisters.RxErrorsLo)
            + Wide(RingRegisters.RxDropsLo);
        Assert.That(counted, Is.EqualTo(sent), "every punt is accounted for");
        Assert.That(received, Is.LessThanOrEqualTo(Wide(RingRegisters.RxPacketsLo)));
    }

    [Test]
    public void MemoryThatIsNotThereStopsTheRing()
    {
        using PacketRing ring = PacketRing.Open(card, memory);
        memory.IsReachable = false;
        Assert.That(ring.TrySend(Injected(Payload(100))), Is.True);
        Assert.That(card.Run(Clocks), Is.True);
        Assert.That(ring.Check, Throws.TypeOf<DeviceLostException>()
            .With.Message.Contains("an entry could not be read (DMA error 4)"));
    }

    [Test]
    public void AnInterfaceThatIsNotThereIsAnError()
    {
        using PacketRing ring = PacketRing.Open(card, memory);
        byte[] frame = Injected(Payload(100));
        frame[3] = 1;
        Assert.That(ring.TrySend(frame), Is.True);
        card.Run(Clocks);
        Assert.That(ring.TrySend(Injected(Payload(100))), Is.True);
        card.Run(Clocks);
        Assert.Multiple(() =>
        {
            Assert.That(ring.Errors, Is.EqualTo(1));
            Assert.That(card.Pop()?.Bytes, Has.Length.EqualTo(100));
            Assert.That(Wide(RingRegisters.TxErrorsLo), Is.EqualTo(1));
        });
    }

    /// <summary>After the end of a ring nothing touches its memory; it starts again from new.
    /// </summary>
    [Test]
    public void ARingEndsAndStartsAgain()
    {
        Configure();
        for (int round = 0; round < 5; round++)
        {
            var buffer = new byte[9248];
            using (PacketRing ring = PacketRing.Open(card, memory))
            {
                card.Push(PortId.Host(0, 1), Frames.UdpFrame(World.Nobody, World.Self, 500));
                Assert.That(ring.TrySend(Injected(Payload(64))), Is.True);
                Assert.That(card.Run(Clocks), Is.True);
                Assert.That(Drain(ring, buffer), Is.EqualTo(1));
                Assert.That(card.Pop()?.Bytes, Has.Length.EqualTo(64));

                // Still under way when the ring ends.
                card.Push(PortId.Host(0, 1), Frames.UdpFrame(World.Nobody, World.Self, 9000));
                Assert.That(ring.TrySend(Injected(Payload(9000))), Is.True);
                card.Run(random.Next(600));
            }

            Assert.That(card.DmaOutstanding, Is.Zero);
            card.Run(Clocks);
            Assert.That(memory.Misses, Is.Zero, "DMA after the end");
            while (card.Pop() is not null)
            {
            }

            memory.IsReachable = true;
        }
    }

    private static byte[] Injected(byte[] frame)
    {
        var bytes = new byte[SlowHeader.LengthBytes + frame.Length];
        new SlowHeader
        {
            Action = SlowAction.ToWire, FrameLengthBytes = (ushort)frame.Length,
        }.Write(bytes);
        frame.CopyTo(bytes, SlowHeader.LengthBytes);
        return bytes;
    }

    private static int Drain(PacketRing ring, byte[] buffer)
    {
        int count = 0;
        while (ring.TryReceive(buffer, out _))
        {
            count++;
        }

        return count;
    }

    // Lengths around beats and lines, short, long, and the longest.
    private int LengthOf(int i) => (i % 5) switch
    {
        0 => 60 + random.Next(80),
        1 => 64 * (1 + random.Next(20)),
        2 => (64 * (1 + random.Next(20))) + random.Next(-3, 4),
        3 => 60 + random.Next(9156),
        _ => i % 2 == 0 ? 9216 : 14 + random.Next(50),
    };

    private byte[] Payload(int bytes)
    {
        var frame = new byte[bytes];
        random.NextBytes(frame);
        return frame;
    }

    private void Configure()
    {
        GatewayDriver driver = GatewayDriver.Attach(
            card, Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance, null);
        Assert.That(driver.Apply(World.Config()).Ok, Is.True);
    }

    private long Wide(uint low) =>
        card.Read32(Base + low) | ((long)card.Read32(Base + low + 4) << 32);
}

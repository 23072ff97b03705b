using SmartNic.Pci.Ring;
using SmartNic.Registers;

namespace SmartNic.Pci.Tests;

/// <summary>Nothing that DMA wrote is believed before it is looked at.</summary>
public sealed class RingLieTests
{
    private const ulong Phase = 1ul << 32;
    private const int Entries = 64;
    private RingBar bar = null!;
    private PlainMemory memory = null!;
    private PacketRing ring = null!;
    private byte[] buffer = null!;

    [SetUp]
    public void Open()
    {
        (bar, memory) = (new RingBar(), new PlainMemory());
        ring = PacketRing.Open(bar, memory);
        buffer = new byte[RingRegisters.MaxFrameBytesValue];
    }

    [TearDown]
    public void Close() => ring.Dispose();

    [TestCase(65_535ul, TestName = "length of 65,535 in a buffer of 9,248")]
    [TestCase(9_249ul, TestName = "length of one byte too many")]
    [TestCase(0ul, TestName = "length of 0")]
    [TestCase(100 | (4ul << 16), TestName = "unknown status")]
    [TestCase(100 | (255ul << 16), TestName = "status of all ones")]
    [TestCase(100 | (5ul << 24), TestName = "error code without an error")]
    [TestCase(100 | (1ul << 28), TestName = "reserved bit of the phase's word")]
    [TestCase(100 | (1ul << 33), TestName = "reserved bit beside the phase")]
    [TestCase(100 | (1ul << 63), TestName = "highest reserved bit")]
    public void AReceivedLieIsDroppedAndCounted(ulong word)
    {
        memory.Answer(0, 0, word | Phase);
        memory.Answer(0, 1, 60 | Phase);
        Assert.Multiple(() =>
        {
            Assert.That(ring.TryReceive(buffer, out int length), Is.True, "the next is good");
            Assert.That(length, Is.EqualTo(60));
            Assert.That(ring.Lies, Is.EqualTo(1));
            Assert.That(ring.Errors, Is.EqualTo(1));
            Assert.That(ring.TryReceive(buffer, out _), Is.False);
        });
    }

    [Test]
    public void AnHonestErrorIsNoLie()
    {
        memory.Answer(0, 0, 100 | (1ul << 16) | (9ul << 24) | Phase);
        Assert.Multiple(() =>
        {
            Assert.That(ring.TryReceive(buffer, out _), Is.False);
            Assert.That(ring.Errors, Is.EqualTo(1));
            Assert.That(ring.Lies, Is.Zero);
        });
    }

    /// <summary>Every entry done at once, again and again: the caller still gets its turn.
    /// </summary>
    [Test]
    public void LiesWithoutEndDoNotHoldTheCaller()
    {
        for (int pass = 0; pass < 4; pass++)
        {
            for (int entry = 0; entry < Entries; entry++)
            {
                memory.Answer(0, entry, 65_535 | (pass % 2 == 0 ? Phase : 0));
            }

            Assert.That(ring.TryReceive(buffer, out _), Is.False);
        }

        Assert.That(ring.Lies, Is.EqualTo(4 * Entries));
    }

    [TestCase(99ul, 1)]
    [TestCase(100ul, 0)]
    [TestCase(65_535ul, 1)]
    public void ASentFrameComesBackWithItsLength(ulong word, int lies)
    {
        Assert.That(ring.TrySend(new byte[100]), Is.True);
        memory.Answer(1, 0, word | Phase);
        Assert.That(ring.TrySend(new byte[100]), Is.True);
        Assert.That(ring.Lies, Is.EqualTo(lies));
    }

    /// <summary>A predecessor that was killed: its rings end before anything is written.</summary>
    [Test]
    public void RingsOfAPredecessorEndFirst()
    {
        var old = new PlainMemory();
        old.Bytes.Fill(0xA5);
        var board = new RingBar { BusyReads = 3 };
        using PacketRing next = PacketRing.Open(board, old);
        Assert.Multiple(() =>
        {
            Assert.That(board.BusyReads, Is.LessThan(0), "BUSY was waited for");
            Assert.That(board.Writes[0],
                Is.EqualTo((RingRegisters.Base + RingRegisters.RxControl, 0u)));
            Assert.That(board.Writes[1],
                Is.EqualTo((RingRegisters.Base + RingRegisters.TxControl, 0u)));
            Assert.That(old.Bytes.Contains((byte)0xA5), Is.False, "nothing of it is left");
        });
    }
}

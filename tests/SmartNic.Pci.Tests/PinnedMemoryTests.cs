using SmartNic.Pci.Ring;

namespace SmartNic.Pci.Tests;

/// <summary>Memory for DMA, from the kernel of this machine.</summary>
public sealed unsafe class PinnedMemoryTests
{
    [Test]
    public void APageHasOnePhysicalAddress()
    {
        PinnedMemory memory;
        try
        {
            memory = PinnedMemory.Allocate();
        }
        catch (PciException e)
        {
            Assert.That(e.Advice, Is.Not.Null, "a refusal says what to do");
            Assert.Ignore($"{e.Message}; {e.Advice}");
            return;
        }

        using (memory)
        {
            Assert.Multiple(() =>
            {
                Assert.That(memory.BusAddress, Is.GreaterThan(0));
                Assert.That(memory.BusAddress % 4096, Is.Zero);
                Assert.That(memory.LengthBytes, Is.GreaterThanOrEqualTo(PacketRing.MemoryBytes));
                Assert.That(
                    new ReadOnlySpan<byte>(memory.Address, memory.LengthBytes)
                        .ContainsAnyExcept((byte)0),
                    Is.False);
            });
        }
    }
}

using SmartNic.Guest.Card;
using SmartNic.Pci.Ring;
using SmartNic.Registers;

namespace SmartNic.Guest.Tests;

/// <summary>The checks that follow from the register specification, on the card: all blocks.
/// </summary>
public sealed class CardRegisterTests
{
    private const int Seed = 20_261_120;

    private static IEnumerable<string> Names => RegisterChecks.All.Keys;

    [TestCaseSource(nameof(Names))]
    public void Card(string check)
    {
        TestContext.Out.WriteLine($"seed {Seed}");
        ArrayMemory memory = new(PacketRing.MemoryBytes);
        using SimCard card = new(memory, Seed);
        RegisterChecks checks = new(card, GatewaySpec.Device, Seed);
        Assert.That(RegisterChecks.All[check](checks), Is.Empty);
        memory.Free();
    }
}

using NUnit.Framework;

namespace SmartNic.Registers.Tests;

/// <summary>A declaration that leaves anything open is refused.</summary>
public sealed class BlockBuilderTests
{
    [Test]
    public void ACompleteBlockIsBuilt()
    {
        var block = Block()
            .Word("A", 0, RegisterKind.Storage, "a")
            .Wide("B", 4, "b")
            .Reserved(12, 15)
            .Build();
        Assert.That(block.Registers.Select(r => (r.Name, r.Offset)),
            Is.EqualTo(new[] { ("A", 0u), ("B_LO", 4u), ("B_HI", 8u) }));
        Assert.That(block["B_HI"].Kind, Is.EqualTo(RegisterKind.WideHigh));
        Assert.That(() => block["C"], Throws.TypeOf<KeyNotFoundException>());
    }

    [Test]
    public void AnOverlapIsRefused() => Refused(Block()
        .Staging("A", 0, 3, "a").Word("B", 8, RegisterKind.Storage, "b").Reserved(12, 15));

    [Test]
    public void AGapThatIsNotSaidAloudIsRefused() => Refused(Block()
        .Word("A", 0, RegisterKind.Storage, "a").Word("B", 8, RegisterKind.Storage, "b")
        .Reserved(12, 15));

    [Test]
    public void AnUnalignedOffsetIsRefused() => Refused(Block()
        .Reserved(0, 1).Word("A", 2, RegisterKind.Storage, "a").Reserved(6, 15));

    [Test]
    public void ARegisterBeyondTheBlockIsRefused() => Refused(Block()
        .Staging("A", 0, 5, "a"));

    [Test]
    public void ANameUsedTwiceIsRefused() => Refused(Block()
        .Word("A", 0, RegisterKind.Storage, "a").Word("A", 4, RegisterKind.Storage, "a")
        .Reserved(8, 15));

    [Test]
    public void ABlockThatIsNotAlignedToItsSizeIsRefused() => Refused(
        new BlockBuilder("x", 8, 16, false, "x").Reserved(0, 15));

    [Test]
    public void BitsWithoutNameAreRefused() => Assert.That(() => Block()
        .Fields("A", 0, RegisterKind.Storage, "a", f => f.Field("x", 31, 4, "x")),
        Throws.ArgumentException.With.Message.Contains("3:0"));

    [Test]
    public void OverlappingFieldsAreRefused() => Assert.That(() => Block()
        .Fields("A", 0, RegisterKind.Storage, "a",
            f => f.Field("x", 31, 4, "x").Field("y", 4, 0, "y")),
        Throws.ArgumentException);

    [Test]
    public void AResetOfAReservedBitIsRefused() => Assert.That(() => Block()
        .Fields("A", 0, RegisterKind.Storage, "a",
            f => f.Reserved(31, 1).Bit("x", 0, "x"), reset: 2),
        Throws.ArgumentException);

    private static BlockBuilder Block() => new("x", 0, 16, false, "x");

    private static void Refused(BlockBuilder block) =>
        Assert.That(block.Build, Throws.ArgumentException);
}

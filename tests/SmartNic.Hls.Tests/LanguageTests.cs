using NUnit.Framework;
using SmartNic.Hls.Language;

namespace SmartNic.Hls.Tests;

/// <summary>The native side of the language library.</summary>
public sealed class LanguageTests
{
    [Test]
    public void NarrowTypesWrapAtTheirWidth()
    {
        U12 a = U12.MaxValue;
        Assert.That((uint)(a + 1), Is.Zero);
        Assert.That((uint)(a << 4), Is.EqualTo(0xff0));
        Assert.That((uint)(-(U5)1), Is.EqualTo(31));
        Assert.That((uint)(U4)0x123, Is.EqualTo(3));
        Assert.That((ulong)(U63)ulong.MaxValue, Is.EqualTo(ulong.MaxValue >> 1));
        U24 wide = a;
        Assert.That(wide + 1, Is.EqualTo((U24)4096));
    }

    [Test]
    public void AWindowReadsNetworkOrderAndNeedsItsBuffer()
    {
        var bytes = new byte[Window.BufferBytes];
        for (int i = 0; i < bytes.Length; i++) bytes[i] = (byte)i;
        var window = new Window(bytes).Skip(4);
        Assert.That(window.U16(1), Is.EqualTo(0x0506));
        Assert.That(window.U32(0), Is.EqualTo(0x04050607));
        Assert.That((ulong)window.U48(2), Is.EqualTo(0x060708090a0b));
        Assert.That(window.U64(0), Is.EqualTo(0x0405060708090a0b));
        Assert.Throws<ArgumentException>(() => _ = new Window(new byte[255]));
    }

    [Test]
    public void ATableTakesTheLowBitsOfTheIndex()
    {
        var table = new Table<uint>(8);
        table.Write(3, 7);
        Assert.That(table.Read(11), Is.EqualTo(7));
        Assert.Throws<ArgumentException>(() => _ = new Table<uint>(6));
    }
}

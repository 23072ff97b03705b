using SmartNic.Driver.Tables;
using SmartNic.Driver.Tests.Board;
using SmartNic.Registers;
using G = SmartNic.Registers.GlobalRegisters;
using I = SmartNic.Registers.InterfaceRegisters;

namespace SmartNic.Driver.Tests;

/// <summary>Taking over a board.</summary>
public sealed class AttachTests
{
    private static string Refusal(uint register, uint value)
    {
        var bar = new MemoryBar();
        bar.Set(register, value);
        bar.Written = () => Assert.Fail("a board that is refused must not be written");
        return Assert.Throws<DeviceLostException>(() => GatewayDriver.Attach(bar))!.Message;
    }

    /// <summary>All ones: what a PCIe read gives when nobody answers.</summary>
    [Test]
    public void AllOnesIsADeviceThatIsGone()
    {
        var bar = new MemoryBar();
        bar.GoAfter(0);
        var e = Assert.Throws<DeviceLostException>(() => GatewayDriver.Attach(bar));
        Assert.That(e!.Message, Does.Contain("gone or its memory decoding is off"));
    }

    /// <summary>Another device is told from ours.</summary>
    [Test]
    public void WrongMagicIsRefused() => Assert.That(
        Refusal(G.Magic, 0x12345678), Does.Contain("0x12345678").And.Contain("0x534E4943"));

    /// <summary>Another register spec is refused, and both hashes are named.</summary>
    [Test]
    public void OtherSpecIsRefusedWithBothHashes()
    {
        var other = RegisterSpecHash.Value ^ 1;
        Assert.That(
            Refusal(G.SpecHashLo, unchecked((uint)other)),
            Does.Contain($"0x{other:X16}").And.Contain($"0x{RegisterSpecHash.Value:X16}")
                .And.EndsWith($"the image to flash is {GatewayImage.Name}"));
    }

    /// <summary>Another major version is refused.</summary>
    [Test]
    public void OtherMajorVersionIsRefused() =>
        Assert.That(Refusal(G.Version, 0xFF01), Does.Contain("version 0xFF01"));

    /// <summary>A map that cannot be is refused.</summary>
    [Test]
    public void AbsurdMapIsRefused()
    {
        Assert.That(Refusal(G.IfCount, 0), Does.Contain("IF_COUNT 0"));
        Assert.That(Refusal(G.IfCount, 9), Does.Contain("IF_COUNT 9"));
        Assert.That(Refusal(G.IfStride, 0x20000), Does.Contain("IF_STRIDE 0x20000"));
    }

    /// <summary>
    /// A board of unknown content is read and not written. What no packet can find there goes with
    /// the first transaction: all tables, both banks, all interfaces.
    /// </summary>
    [Test]
    public void AnUnknownBoardIsWrittenWhenItIsConfigured()
    {
        var bar = new MemoryBar(2);
        var random = new Random(5);
        foreach (var table in TableLayouts.All)
        {
            for (uint n = 0; n < 2; n++)
            {
                var block = I.Base + (n * I.Size);
                for (uint word = 0; word < I.TableDataCount; word++)
                {
                    bar.Write32(block + I.TableData + (4 * word), (uint)random.Next());
                }

                bar.Write32(block + I.TableCommit, I.TableCommitWord((uint)table.Id, 0));
                bar.Write32(
                    block + I.TableCommit,
                    I.TableCommitWord((uint)table.Id, (uint)table.Depth - 1));
            }
        }

        bar.Write32(G.Generation, 1);
        bar.Write32(G.HashKey1Lo, 5);
        Assert.That(bar.Interfaces[1].NonZeroEntries, Is.EqualTo(2 * TableLayouts.All.Count));
        bar.Written = () => Assert.Fail("attaching writes nothing");
        var driver = GatewayDriver.Attach(bar);
        bar.Written = null;
        Assert.That(bar.Generation, Is.EqualTo(1), "the generation stays as found");
        Assert.That(driver.Current, Is.Null);
        Assert.That(driver.Board, Is.EqualTo(
            new BoardInfo(G.VersionValue, RegisterSpecHash.Value, 2, 512, 4096)));
        Assert.That(driver.Apply(GatewayConfig.Empty).Errors, Is.Empty);
        const int WireLimit = 2;
        var world = Fresh.World();
        var states = TableLayouts.All.Count - (2 * world.Exact.Count) - world.Direct.Count;
        Assert.That(bar.Interfaces.Select(i => i.NonZeroEntries),
            Has.All.EqualTo((2 * states) + WireLimit));
    }

    /// <summary>
    /// Without a hash key nobody filled it since its reset: what its memories hold is cleared.
    /// </summary>
    [Test]
    public void ABoardWithoutKeysIsCleared()
    {
        var bar = new MemoryBar(2);
        const uint Last = I.Base + I.Size;
        bar.WriteBlock(Last + I.TableData, [uint.MaxValue]);
        foreach (var table in TableLayouts.All)
        {
            bar.Write32(
                Last + I.TableCommit, I.TableCommitWord((uint)table.Id, (uint)table.Depth - 1));
        }

        GatewayDriver.Attach(bar);
        Assert.That(bar.Interfaces.Select(i => i.NonZeroEntries), Has.All.Zero);
    }

    /// <summary>A board made in this process is not written at all.</summary>
    [Test]
    public void TablesKnownToBeEmptyAreNotWalked()
    {
        var bar = new CountingBar(new MemoryBar());
        Fresh.Attach(bar);
        Assert.That(bar.Writes, Is.Zero);
    }

    /// <summary>The clock is read low word first.</summary>
    [Test]
    public void TimeHas64Bits()
    {
        var bar = new MemoryBar { TimeNs = 0x1_2345_6789_ABCD };
        var driver = Fresh.Attach(bar);
        Assert.That(driver.ReadTimeNs(), Is.EqualTo(0x1_2345_6789_ABCD));
    }
}

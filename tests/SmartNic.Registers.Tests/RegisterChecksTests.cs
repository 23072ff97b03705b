using NUnit.Framework;

namespace SmartNic.Registers.Tests;

/// <summary>The checks pass on a board as specified; each finds its fault.</summary>
public sealed class RegisterChecksTests
{
    private const int Seed = 20_260_731;
    private const int Interfaces = 2;
    private static readonly DeviceSpec Device = GatewaySpec.Device;

    private static IEnumerable<string> Names => RegisterChecks.All.Keys;

    private static readonly uint Unused = Device["global"].Reserved[0].First;

    private static readonly uint If1 = 2 * GatewaySpec.BlockSize;

    [TestCaseSource(nameof(Names))]
    public void ABoardAsSpecifiedPasses(string check) =>
        Assert.That(Faults(check, new SpecBar(Device, Interfaces)), Is.Empty);

    [Test]
    public void AllChecksLeaveTheBoardAsItWas()
    {
        var bar = new SpecBar(Device, Interfaces);
        foreach (var check in Names)
        {
            Assert.That(Faults(check, bar), Is.Empty, check);
        }

        Assert.That(Faults("reset", bar), Is.Empty);
    }

    [TestCase("reset", 0x00u, TestName = "Reset finds a wrong magic number")]
    [TestCase("reset", 0x08u, TestName = "Reset finds a wrong specification hash")]
    [TestCase("reset", 0x28u, TestName = "Reset finds a generation that starts at 1")]
    [TestCase("reserved", 0x48u, TestName = "Reserved finds a register that nobody specified")]
    [TestCase("reserved", 0x1004Cu, TestName = "Reserved finds one in an interface block")]
    [TestCase("reserved", 0x30000u, TestName = "Reserved finds an interface too many")]
    [TestCase("read-only", 0x10040u, TestName = "Read-only finds a strobe that reads back")]
    public void AFlippedBitOnReadIsFound(string check, uint at)
    {
        var bar = new SpecBar(Device, Interfaces)
        {
            OnRead = (offset, value) => offset == at ? value ^ 1 : value,
        };
        Assert.That(Faults(check, bar), Has.Some.Contains($"0x{at:x6}"));
    }

    [TestCase("bit-bash")]
    [TestCase("read-write")]
    public void AStuckBitIsFound(string check)
    {
        var at = If1 + InterfaceRegisters.TableData + 0x1C;
        var bar = new SpecBar(Device, Interfaces)
        {
            OnRead = (offset, value) => offset == at ? value & ~(1u << 17) : value,
        };
        Assert.That(Faults(check, bar), Has.Some.Contains($"0x{at:x6}"));
    }

    [Test]
    public void TwoInterfacesThatShareStorageAreFound()
    {
        var bar = new SpecBar(Device, Interfaces)
        {
            OnWrite = offset => offset >= If1 ? offset - GatewaySpec.BlockSize : offset,
            OnRead = (offset, value) => value,
        };
        Assert.That(Faults("alias", bar), Is.Not.Empty);
    }

    [Test]
    public void AWriteToAReservedAddressThatLandsSomewhereIsFound()
    {
        var bar = new SpecBar(Device, Interfaces)
        {
            OnWrite = offset => offset == Unused ? GlobalRegisters.Scratch : offset,
        };
        Assert.That(Faults("reserved", bar), Has.Some.Contains("SCRATCH"));
    }

    [Test]
    public void ATableThatForgetsABitIsFound()
    {
        var bar = new SpecBar(Device, Interfaces)
        {
            OnCommit = (table, _, words) =>
            {
                words[0] &= table.Name == "tx_next_hop" ? ~1u : uint.MaxValue;
                return words;
            },
        };
        Assert.That(Faults("tables", bar), Has.Some.Contains("tx_next_hop"));
    }

    [Test]
    public void ACounterThatIsNotZeroIsFound()
    {
        var bar = new SpecBar(Device, Interfaces)
        {
            OnRead = (offset, value) => offset == If1 + 0x68 ? 7 : value,
        };
        Assert.That(Faults("counters", bar), Has.Some.Contains("interface 1"));
    }

    [TestCase(0x34u, TestName = "Wide finds a time that goes back")]
    [TestCase(0x100DCu, TestName = "Wide finds a port that counts in silence")]
    public void AHighHalfThatFallsIsFound(uint at)
    {
        var left = 9u;
        var bar = new SpecBar(Device, Interfaces)
        {
            OnRead = (offset, value) => offset == at ? left-- : value,
        };
        Assert.That(Faults("wide", bar), Has.Some.Contains($"0x{at - 4:x6}"));
    }

    [Test]
    public void ABoardThatStaysBusyIsATimeout()
    {
        var bar = new SpecBar(Device, Interfaces)
        {
            OnRead = (offset, value) => offset == 0x10048 ? 1 : value,
        };
        Assert.That(() => Faults("tables", bar), Throws.TypeOf<TimeoutException>());
    }

    private static IReadOnlyList<string> Faults(string check, IBar bar)
    {
        TestContext.Out.WriteLine($"seed {Seed}");
        return RegisterChecks.All[check](new RegisterChecks(bar, Device, Seed));
    }
}

using SmartNic.Sim.Native;

namespace SmartNic.Sim.Tests.Shim;

/// <summary>A board that breaks a rule is found out, and says so from then on.</summary>
public sealed class FaultTests
{
    // The stand-in board's register that chooses a fault.
    private const uint Fault = 15 * 4;

    [TestCase(1u, "tvalid fell before tready")]
    [TestCase(2u, "a stalled beat changed")]
    [TestCase(3u, "tkeep is not contiguous")]
    [TestCase(6u, "an output stopped within a frame")]
    public void ABrokenStreamIsAnError(uint fault, string message)
    {
        using SimCore core = new(SimBuild.Loopback());
        core.SetStalls(PortKind.Host, 0, 0.5, 1);
        core.Write32(Fault, fault);
        // One frame: of two, the second would seem to change within the first.
        for (ushort n = 0; n < (fault == 6 ? 1 : 20); n++)
        {
            core.Push(PortId.Wire(0), 0, n, new byte[200]);
        }

        Assert.That(
            () => core.Run(10_000),
            Throws.TypeOf<SimException>().With.Message.Contains(message));
        Assert.That(
            () => core.Read32(0), Throws.TypeOf<SimException>().With.Message.Contains(message));
    }

    [Test]
    public void AWrongTimeIsAnErrorInReplay()
    {
        using SimBoard board = new(SimBuild.Loopback());
        board.Bar.Write32(Fault, 4);
        board.Inject(PortId.Wire(0), 1000, 1, new byte[64]);
        Assert.That(
            () => board.Drain((_, _, _, _) => { }),
            Throws.TypeOf<SimException>().With.Message.Contains("not its arrival time"));
    }

    [Test]
    public void ARegisterThatDoesNotAnswerIsAnError()
    {
        using SimCore core = new(SimBuild.Loopback());
        core.Write32(8, 1234);
        Assert.That(core.Read32(8), Is.EqualTo(1234));
        core.Write32(Fault, 5);
        Assert.That(
            () => core.Read32(0),
            Throws.TypeOf<SimException>().With.Message.Contains("not answered"));
    }

    [Test]
    public void AFrameThatCannotBeIsRefused()
    {
        using SimCore core = new(SimBuild.Loopback());
        Assert.That(
            () => core.Push(PortId.Wire(3), 0, 0, new byte[64]),
            Throws.TypeOf<SimException>().With.Message.Contains("no such input"));
        using SimCore other = new(SimBuild.Loopback());
        Assert.That(
            () => other.Push(PortId.Wire(0), 0, 0, []),
            Throws.TypeOf<SimException>().With.Message.Contains("without bytes"));
    }

    [Test]
    public void ALibraryThatIsNotBuiltNamesTheCommand()
    {
        SimOptions options = new() { DataWidthBits = 256, Interfaces = 7 };
        Assert.That(
            () => SimLocator.Find(options),
            Throws.TypeOf<SimException>().With.Message.Contains("make -f fpga.mk sim W=256 IF=7"));
    }

    [Test]
    public void AWaveformIsWritten()
    {
        string path = Path.Combine(Path.GetTempPath(), $"snic-{Guid.NewGuid():N}.fst");
        try
        {
            using (SimCore core = new(SimBuild.Loopback(trace: path)))
            {
                core.Push(PortId.Wire(0), 0, 0, new byte[64]);
                Assert.That(core.Run(10_000), Is.True);
            }

            Assert.That(new FileInfo(path).Length, Is.GreaterThan(1000));
            Assert.That(
                () => new SimCore(SimBuild.Loopback(trace: "/nowhere/out.fst")),
                Throws.TypeOf<SimException>().With.Message.Contains("/nowhere/out.fst"));
        }
        finally
        {
            File.Delete(path);
        }
    }
}

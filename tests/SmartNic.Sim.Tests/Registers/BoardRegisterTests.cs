using SmartNic.Registers;
using SmartNic.Sim.Model;
using G = SmartNic.Registers.GlobalRegisters;
using I = SmartNic.Registers.InterfaceRegisters;

namespace SmartNic.Sim.Tests.Registers;

/// <summary>The checks that follow from the register specification, on both boards.</summary>
public sealed class BoardRegisterTests
{
    private const int Seed = 20_260_801;
    private const int Interfaces = 2;

    private static IEnumerable<string> Names => RegisterChecks.All.Keys;

    [TestCaseSource(nameof(Names))]
    public void Model(string check)
    {
        using ModelBoard board = new(Interfaces);
        AssertNoFault(check, board);
    }

    [TestCaseSource(nameof(Names))]
    public void Sim(string check)
    {
        using SimBoard board = new(SimBuild.Gateway(interfaces: Interfaces));
        AssertNoFault(check, board);
    }

    [Test]
    public void TheModelTakesTheNumberWithTheFlip()
    {
        using ModelBoard board = new();
        AssertTakenWithTheFlip(board.Bar);
    }

    [Test]
    public void TheRtlTakesTheNumberWithTheFlip()
    {
        using SimBoard board = new(SimBuild.Gateway());
        AssertTakenWithTheFlip(board.Bar);
    }

    /// <summary>A number that is staged is in force from the flip on, and from no other write; a
    /// flip that does not change GENERATION is none.</summary>
    private static void AssertTakenWithTheFlip(IBar bar)
    {
        Assert.That(InForce(), Is.Zero);
        Stage(0x0123_4567_89AB_CDEF);
        Assert.That(InForce(), Is.Zero, "staged only");
        bar.Write32(G.Generation, 1);
        Assert.That(InForce(), Is.EqualTo(0x0123_4567_89AB_CDEF));
        Stage(7);
        bar.Write32(G.Generation, 1);
        Assert.That(InForce(), Is.EqualTo(0x0123_4567_89AB_CDEF), "no flip");
        bar.Write32(G.Generation, 0);
        Assert.That(InForce(), Is.EqualTo(7));

        void Stage(ulong number)
        {
            bar.Write32(G.NextTransactionLo, (uint)number);
            bar.Write32(G.NextTransactionHi, (uint)(number >> 32));
        }

        ulong InForce() => bar.Read32(G.TransactionLo)
            | ((ulong)bar.Read32(G.TransactionHi) << 32);
    }

    /// <summary>
    /// A fence starts DRAINED over, flips nothing, and is behind the access of a table before it.
    /// </summary>
    [Test]
    public void AFenceWaitsForTablesAndPackets()
    {
        using SimBoard board = new(SimBuild.Gateway());
        var bar = board.Bar;
        uint Drained() => G.DrainedDrained(bar.Read32(G.Drained));
        Assert.That(Drained(), Is.EqualTo(1));
        bar.Write32(I.Base + I.TableRead, I.TableReadWord(0, 0));
        bar.Write32(G.Fence, 5);
        Assert.That(I.TableStatusBusy(bar.Read32(I.Base + I.TableStatus)), Is.Zero);
        bar.Write32(G.Fence, 6);
        Assert.That(Drained(), Is.Zero);
        for (int reads = 0; Drained() == 0; reads++)
        {
            Assert.That(reads, Is.LessThan(20), "a kernel's clocks, and a few");
        }

        bar.Write32(G.Fence, 6);
        Assert.That(Drained(), Is.EqualTo(1), "the same number is no fence");
        Assert.That(bar.Read32(G.Generation), Is.Zero);
    }

    private static void AssertNoFault(string check, IReplayBoard board)
    {
        TestContext.Out.WriteLine($"seed {Seed}");
        RegisterChecks checks = new(board.Bar, GatewaySpec.Device, Seed, "ring");
        Assert.That(RegisterChecks.All[check](checks), Is.Empty);
    }
}

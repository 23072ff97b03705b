using SmartNic.Registers;
using SmartNic.Sim.Model;

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

    private static void AssertNoFault(string check, IReplayBoard board)
    {
        TestContext.Out.WriteLine($"seed {Seed}");
        RegisterChecks checks = new(board.Bar, GatewaySpec.Device, Seed, "ring");
        Assert.That(RegisterChecks.All[check](checks), Is.Empty);
    }
}

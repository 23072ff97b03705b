using SmartNic.Registers;
using SmartNic.Sim.Model;

namespace SmartNic.Sim.Tests.Gateway;

/// <summary>The checks that follow from the register specification, on both boards.</summary>
public sealed class RegisterTests
{
    private const int Seed = 41;

    private static IEnumerable<string> Names => RegisterChecks.All.Keys;

    [TestCaseSource(nameof(Names))]
    public void TheRtlIsAsSpecified(string check)
    {
        using SimCore core = new(SimBuild.Gateway());
        Assert.That(Faults(check, core), Is.Empty);
    }

    [Test]
    public void TwoInterfacesAreAsSpecified()
    {
        using SimCore core = new(SimBuild.Gateway(64, 2));
        Assert.Multiple(() =>
        {
            foreach (string check in Names)
            {
                Assert.That(Faults(check, core), Is.Empty, check);
            }
        });
    }

    [TestCaseSource(nameof(Names))]
    public void TheModelIsAsSpecified(string check)
    {
        using ModelBoard model = new(2);
        Assert.That(Faults(check, model.Bar), Is.Empty);
    }

    private static IReadOnlyList<string> Faults(string check, IBar bar)
    {
        TestContext.Out.WriteLine($"seed {Seed}");
        return RegisterChecks.All[check](new RegisterChecks(bar, GatewaySpec.Device, Seed));
    }
}

using System.CommandLine;
using System.Text.Json;
using NUnit.Framework;

namespace SmartNic.Hls.Tool.Tests;

/// <summary>The verbs that compile, on files from anywhere.</summary>
public sealed class BuildTests
{
    private const string Adder = """
        using SmartNic.Hls.Language;
        static class Own
        {
            private readonly record struct Pair(U12 Low, ushort High);

            [Kernel("own_adder")]
            private static Pair Run(Pair p, bool swap) =>
                swap ? new Pair((U12)p.High, (ushort)(uint)p.Low) : p with { Low = p.Low + 1 };
        }
        """;

    [Test]
    public void OneCommandGoesFromAFileToProvenCosimulatedVerilog()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("own.cs", Adder);
        var (code, output, error) = Snic.Hls(
            "build", file, "--out", folder.Path, "--prove", "--cosim", "20000", "--seed", "5");
        Assert.That(code, Is.Zero, error + output);
        Assert.That(output, Does.Contain("proved  own_adder: pipeline")
            .And.Contain("equal  own_adder: 20000 packets, and 2 for its conditions, in "
                + "Verilator and natively, seed 5"));
        Assert.That(Path.Combine(folder.Path, "own_adder.v"), Does.Exist);
    }

    [TestCase("Stateful.cs", TestName = "Tables, an update and a product are co-simulated")]
    [TestCase("State.cs", TestName = "Every kind of state is co-simulated")]
    [TestCase("Frame.cs", TestName = "A window is co-simulated")]
    public void KernelsAreCosimulated(string file)
    {
        using var folder = new TemporaryFolder();
        var (code, output, error) = Snic.Hls("build", Snic.Kernel(file), "--out", folder.Path,
            "--cosim", "100000", "--json");
        Assert.That(code, Is.Zero, output + error);
        using var json = JsonDocument.Parse(output);
        var cosim = json.RootElement.GetProperty("kernels")[0].GetProperty("cosim")[0];
        Assert.That(cosim.GetProperty("packets").GetInt64(), Is.EqualTo(100000));
        Assert.That(cosim.GetProperty("equal").GetBoolean(), output);
    }

    [Test]
    public void ARejectedKernelIsAnErrorWithItsPlace()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("bad.cs", Adder.Replace(
            "p.Low + 1", "(U12)((uint)p.Low % (uint)p.Low)"));
        var (code, _, error) = Snic.Hls("check", file);
        Assert.That(code, Is.EqualTo(ExitCodes.KernelRejected));
        Assert.That(error, Does.StartWith($"{file}(8,").And.Contain("SNH0004"));
        (code, string output, _) = Snic.Hls("check", file, "--json");
        Assert.That(code, Is.EqualTo(ExitCodes.KernelRejected));
        using var json = JsonDocument.Parse(output);
        Assert.That(json.RootElement.GetProperty("error").GetProperty("line").GetInt32(),
            Is.EqualTo(8));
    }

    [Test]
    public void FilesWithoutAKernelAreAnError()
    {
        using var folder = new TemporaryFolder();
        var (code, _, error) = Snic.Hls("build", folder.Write("none.cs", "class None;"));
        Assert.That(code, Is.EqualTo(ExitCodes.KernelRejected));
        Assert.That(error, Does.Contain("[Kernel("));
    }

    [TestCase("build")]
    [TestCase("frobnicate")]
    [TestCase("build", "x.cs", "--cosim", "0")]
    [TestCase("build", "x.cs", "--clock", "4parsec")]
    [TestCase("fuzz", "--programs", "-1")]
    [TestCase("check", "nowhere/x.cs")]
    public void WrongUsageIsExitCode2(params string[] args)
    {
        var (code, _, error) = Snic.Hls(args);
        Assert.That(code, Is.EqualTo(ExitCodes.Usage), error);
        Assert.That(error, Is.Not.Empty);
    }

    [Test]
    public void EveryVerbHasHelpWithAnExample()
    {
        foreach (string[] words in Words(HlsTool.Tree()))
        {
            var (code, output, _) = Snic.Hls([.. words, "--help"]);
            Assert.That(code, Is.Zero);
            Assert.That(output, Does.Contain("  snic-hls " + string.Join(' ', words))
                .And.Contain("Exit codes"));
        }

        static IEnumerable<string[]> Words(Command command) => command.Subcommands.SelectMany(
            c => Words(c).Prepend([]).Select(rest => (string[])[c.Name, .. rest]));
    }
}

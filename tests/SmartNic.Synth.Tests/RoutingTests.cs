using NUnit.Framework;
using SmartNic.Hls;
using SmartNic.Synth.Routing;

namespace SmartNic.Synth.Tests;

/// <summary>The logic of a clock apart, what nextpnr says of it, and orders.</summary>
public sealed class RoutingTests
{
    private const string Kernel = """
        using SmartNic.Hls.Language;
        static class K
        {
            [Kernel("snic_k", Latency = 2)]
            public static uint Run(uint a, uint b, bool c)
            {
                uint sum = a + b;
                return c ? sum ^ (sum << 3) : sum + 7;
            }
        }
        """;

    // Two LUTs, a chain of three bits, and the LUT in front of the register.
    private const string Report = """
        {"critical_paths": [
          {"from": "posedge clk$SB_IO_IN_$glb_clk", "to": "posedge out_clk$SB_IO_IN_$glb_clk",
           "path": []},
          {"from": "posedge clk$SB_IO_IN_$glb_clk", "to": "posedge clk$SB_IO_IN_$glb_clk", "path": [
            {"type": "clk-to-q", "delay": 0.5, "to": {"port": "O"}},
            {"type": "routing", "delay": 0.6, "to": {"port": "I1"}},
            {"type": "logic", "delay": 0.4, "to": {"port": "O"}},
            {"type": "routing", "delay": 0.6, "to": {"port": "I2"}},
            {"type": "logic", "delay": 0.2, "to": {"port": "COUT"}},
            {"type": "routing", "delay": 0, "to": {"port": "CIN"}},
            {"type": "logic", "delay": 0.1, "to": {"port": "COUT"}},
            {"type": "routing", "delay": 0, "to": {"port": "CIN"}},
            {"type": "logic", "delay": 0.1, "to": {"port": "COUT"}},
            {"type": "routing", "delay": 0.3, "to": {"port": "I3"}},
            {"type": "logic", "delay": 0.3, "to": {"port": "O"}},
            {"type": "routing", "delay": 0.6, "to": {"port": "I0"}},
            {"type": "setup", "delay": 0.4, "to": {"port": "I0"}}]}]}
        """;

    [Test]
    public void ALutIsALevelAndSoIsAChain() => Assert.That(
        RoutedPath.Read(Report), Is.EqualTo(new RoutedPath(4.1, 3, 3)));

    [Test]
    public void AReportWithoutThePathIsAnError() => Assert.That(
        () => RoutedPath.Read("""{"critical_paths": []}"""), Throws.TypeOf<InvalidDataException>());

    [Test]
    public void AClockHasWhatCrossesIntoItAndWhatIsReadBehindIt()
    {
        var pipeline = Compile().Pipeline;
        var first = ClockLogic.Of(pipeline, 0)!;
        var second = ClockLogic.Of(pipeline, 1)!;
        Assert.Multiple(() =>
        {
            Assert.That(first.Inputs.Sum(p => p.Node.Width), Is.LessThanOrEqualTo(65));
            Assert.That(first.Outputs.Sum(p => p.Node.Width)
                + (second.Inputs.Any(p => p.Node.Width == 1) ? 1 : 0),
                Is.EqualTo(second.Inputs.Sum(p => p.Node.Width)));
            Assert.That(second.Outputs.Sum(p => p.Node.Width), Is.EqualTo(32));
            Assert.That(ClockLogic.Of(pipeline, 2), Is.Null, "registers only");
        });
    }

    [Test]
    public void TheBenchIsMappedWithFourPins()
    {
        var logic = ClockLogic.Of(Compile().Pipeline, 0)!;
        string folder = Directory.CreateTempSubdirectory("snic-routing-").FullName;
        string text = Path.Combine(folder, "bench.v"), netlist = Path.Combine(folder, "bench.json");
        File.WriteAllText(text, RoutingBench.Text(logic));
        Tool.MustPass(TimeSpan.FromMinutes(2), "yosys", "-q", "-p",
            $"read_verilog -sv {text}; synth_ice40 -top {RoutingBench.Top} -json {netlist}");
        int registers = logic.Inputs.Concat(logic.Outputs).Sum(p => p.Node.Width);
        using var json = System.Text.Json.JsonDocument.Parse(File.ReadAllText(netlist));
        var module = json.RootElement.GetProperty("modules").GetProperty(RoutingBench.Top);
        Assert.Multiple(() =>
        {
            Assert.That(module.GetProperty("ports").EnumerateObject().Count(), Is.EqualTo(4));
            Assert.That(module.GetProperty("cells").EnumerateObject().Count(c =>
                c.Value.GetProperty("type").GetString()!.StartsWith("SB_DFF")),
                Is.GreaterThanOrEqualTo(registers));
        });
        Directory.Delete(folder, true);
    }

    [TestCase(new[] { 1.0, 2, 3 }, new[] { 10.0, 20, 21 }, 1)]
    [TestCase(new[] { 1.0, 2, 3 }, new[] { 3.0, 2, 1 }, -1)]
    [TestCase(new[] { 1.0, 2, 3, 4, 5 }, new[] { 2.0, 1, 4, 3, 5 }, 0.8)]
    [TestCase(new[] { 1.0, 1, 2 }, new[] { 1.0, 2, 3 }, 0.866025403784)]
    public void RanksCorrelateAsSpearmanSays(double[] x, double[] y, double expected) =>
        Assert.That(RankCorrelation.Of(x, y), Is.EqualTo(expected).Within(1e-9));

    private static CompiledKernel Compile() =>
        new Compiler([("K.cs", Kernel)]).Compile().Single();
}

using NUnit.Framework;

namespace SmartNic.Corundum.Tests;

/// <summary>The application block stands alone: both tools read it, at every width.</summary>
public sealed class ElaborationTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    [Test]
    public void VerilatorElaborates(
        [Values(64, 128, 256, 512)] int width, [Values(1, 2)] int interfaces) =>
        MustElaborate(new() { ["AXIS_IF_DATA_WIDTH"] = width, ["IF_COUNT"] = interfaces });

    /// <summary>As each of Corundum's cores instantiates it: one bit of RAM selection.</summary>
    [TestCaseSource(typeof(Cores), nameof(Cores.Names))]
    public void VerilatorElaboratesInACore(string core) =>
        MustElaborate(Cores.Parameters(core));

    [TestCaseSource(typeof(Cores), nameof(Cores.Names))]
    public void YosysElaboratesInACore(string core) =>
        Assert.That(Yosys(Cores.Parameters(core)).Code, Is.Zero);

    /// <summary>What does not fit is refused before there is anything to run, by both tools.
    /// </summary>
    [TestCase("APP_ID", 0x12340001, "APP_ID is another application's")]
    [TestCase("PORTS_PER_IF", 2, "PORTS_PER_IF must be 1")]
    [TestCase("AXIL_APP_CTRL_ADDR_WIDTH", 16, "AXIL_APP_CTRL_ADDR_WIDTH must be")]
    [TestCase("APP_DMA_ENABLE", 0, "APP_DMA_ENABLE must be 1")]
    [TestCase("APP_CTRL_ENABLE", 0, "APP_CTRL_ENABLE must be 1")]
    [TestCase("APP_AXIS_IF_ENABLE", 0, "APP_AXIS_IF_ENABLE must be 1")]
    [TestCase("AXIS_IF_TX_USER_WIDTH", 18, "AXIS_IF_TX_USER_WIDTH must be")]
    [TestCase("AXIS_IF_RX_DEST_WIDTH", 1, "RX_DEST_W must be at least 2")]
    [TestCase("RAM_ADDR_WIDTH", 14, "RAM_ADDR_W must be at least 15")]
    [TestCase("RAM_SEG_COUNT", 6, "must be a power of two")]
    [TestCase("DMA_LEN_WIDTH", 13, "DMA_LEN_W must be at least 14")]
    [TestCase("STAT_ID_WIDTH", 6, "ID_W is too small")]
    [TestCase("CLK_PERIOD_NS_DENOM", 0, "clock period")]
    public void ALimitIsCheckedAtElaboration(string parameter, int value, string message)
    {
        Dictionary<string, int> values = Cores.Parameters("pcie512-100g");
        values[parameter] = value;
        var (code, output) = Verilator(values);
        Assert.That(code, Is.GreaterThan(0));
        Assert.That(output, Does.Contain(message));
        (code, output) = Yosys(values);
        Assert.That(code, Is.GreaterThan(0));
        Assert.That(output, Does.Contain(message));
    }

    /// <summary>An `initial` is run by a simulator only, at time 0: too late, and not by Vivado.
    /// </summary>
    [Test]
    public void NoLimitIsLeftToASimulation()
    {
        var late = Rtl.Sources.Where(f => !f.Contains("/gen/", StringComparison.Ordinal))
            .SelectMany(f => File.ReadLines(Checkout.At(f))
                .Select((text, index) => (Line: $"{f}:{index + 1}", Text: text)))
            .Where(l => l.Text.Contains("$fatal", StringComparison.Ordinal)
                || (l.Text.Contains("$error", StringComparison.Ordinal)
                    && !l.Text.StartsWith("    $error(\"", StringComparison.Ordinal))
                || (l.Text.Contains("$error", StringComparison.Ordinal)
                    && l.Text.Contains("%m", StringComparison.Ordinal)));
        Assert.That(late.Select(l => l.Line), Is.Empty);
    }

    private static void MustElaborate(Dictionary<string, int> values)
    {
        var (code, output) = Verilator(values);
        Assert.That(code, Is.Zero, output);
    }

    private static (int? Code, string Output) Verilator(Dictionary<string, int> values) =>
        Tool.Run(Limit, "verilator",
        [
            "--lint-only", "-Wno-lint", "-Wno-style", "--top-module", "mqnic_app_block",
            .. values.Select(v => $"-G{v.Key}={v.Value}"),
            .. Rtl.Includes.Select(f => $"-I{f}"), .. Rtl.Sources,
        ]);

    private static (int? Code, string Output) Yosys(Dictionary<string, int> values)
    {
        string includes = string.Join(' ', Rtl.Includes.Select(f => $"-I{f}"));
        string set = string.Concat(values.Select(v => $" -chparam {v.Key} {v.Value}"));
        return Tool.Run(Limit, "yosys", "-q", "-p",
            $"read_verilog -sv -defer -DSYNTHESIS {includes} {string.Join(' ', Rtl.Sources)}; "
            + $"hierarchy -check -top mqnic_app_block{set}");
    }
}

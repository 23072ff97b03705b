using NUnit.Framework;

namespace SmartNic.Corundum.Tests;

/// <summary>The application block stands alone: both tools read it, at every width.</summary>
public sealed class ElaborationTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    [Test]
    public void VerilatorElaborates(
        [Values(64, 128, 256, 512)] int width, [Values(1, 2)] int interfaces) =>
        Tool.MustPass(Limit, "verilator",
        [
            "--lint-only", "-Wno-lint", "-Wno-style", "--top-module", "mqnic_app_block",
            $"-GAXIS_IF_DATA_WIDTH={width}", $"-GIF_COUNT={interfaces}",
            .. Rtl.Includes.Select(f => $"-I{f}"), .. Rtl.Sources,
        ]);

    [Test]
    public void YosysElaborates(
        [Values(64, 128, 256, 512)] int width, [Values(1, 2)] int interfaces)
    {
        string includes = string.Join(' ', Rtl.Includes.Select(f => $"-I{f}"));
        Tool.MustPass(Limit, "yosys", "-q", "-p",
            $"read_verilog -sv -defer -DSYNTHESIS {includes} {string.Join(' ', Rtl.Sources)}; "
            + $"hierarchy -check -top mqnic_app_block -chparam AXIS_IF_DATA_WIDTH {width} "
            + $"-chparam IF_COUNT {interfaces}");
    }

    [TestCase(0x534E4943, "", true)]
    [TestCase(0x12340001, "APP_ID is 12340001", false)]
    public void AnotherApplicationIdIsRefused(int id, string message, bool good)
    {
        string program = Path.GetTempFileName();
        try
        {
            // The checks are in the block itself; what is below it is left out (-i).
            Tool.MustPass(Limit, "iverilog", "-g2012", "-i", "-s", "mqnic_app_block",
                $"-Pmqnic_app_block.APP_ID={id}", "-o", program, Contract.Source);
            var (_, output) = Tool.Run(Limit, "vvp", "-n", program);
            Assert.That(output, Does.Contain(message));
            Assert.That(output.Contains("ERROR", StringComparison.Ordinal), Is.EqualTo(!good));
        }
        finally
        {
            File.Delete(program);
        }
    }
}

using NUnit.Framework;

namespace SmartNic.Corundum.Tests;

/// <summary>What the application does not use behaves as Corundum needs it.</summary>
public sealed class TieOffTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("tie-off").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void PositionsPassThroughAndTheRestIsSilent() =>
        Assert.That(Simulate(File.ReadAllText(Contract.Source)), Does.Contain("PASS"));

    [TestCase("s_axis_sync_tx_cpl_tag, s_axis_sync_tx_cpl_valid}",
        "s_axis_sync_tx_cpl_tag, {PORT_COUNT{1'b0}}}")]
    [TestCase("s_axis_direct_rx_tready = m_axis_direct_rx_tready", "s_axis_direct_rx_tready = '1")]
    [TestCase("ctrl_dma_ram_wr_done       = ctrl_dma_ram_wr_cmd_valid",
        "ctrl_dma_ram_wr_done       = '0")]
    public void AMistakeIsFound(string right, string wrong)
    {
        string source = File.ReadAllText(Contract.Source);
        Assert.That(source, Does.Contain(right));
        string output = Simulate(source.Replace(right, wrong, StringComparison.Ordinal));
        Assert.That(output, Does.Contain("FAIL").And.Not.Contain("PASS"));
    }

    private string Simulate(string source)
    {
        string file = Path.Combine(_folder, "mqnic_app_block.sv");
        string program = Path.Combine(_folder, "bench");
        File.WriteAllText(file, source);
        Tool.MustPass(Limit, "iverilog", "-g2012", "-i", "-s", "tie_off_tb",
            "-o", program, file, "hw/corundum/test/tie_off_tb.sv");
        return Tool.MustPass(Limit, "vvp", "-n", program);
    }
}

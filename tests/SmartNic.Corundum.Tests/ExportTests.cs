using NUnit.Framework;

namespace SmartNic.Corundum.Tests;

/// <summary>The export is whole, and holds nothing but our files.</summary>
public sealed class ExportTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private static readonly string[] Boards =
        ["AU200", "AU250", "AU280", "AU50", "AU55N", "VCU118"];

    private static readonly string[] Settings =
    [
        "APP_ID=32'h534E4943", "APP_ENABLE=1", "APP_CTRL_ENABLE=1", "APP_AXIS_IF_ENABLE=1",
        "APP_STAT_ENABLE=1", "APP_DMA_ENABLE=1",
        "AXIL_APP_CTRL_ADDR_WIDTH=24", "RX_QUEUE_INDEX_WIDTH=12", "CQN_WIDTH=14",
    ];

    private string _folder = "";

    private string App => Path.Combine(_folder, "app/snic");

    [OneTimeSetUp]
    public void Export()
    {
        _folder = Directory.CreateTempSubdirectory("corundum").FullName;
        Tool.MustPass(Limit, "make", "-f", "fpga.mk", "export-corundum",
            $"DEST={_folder}");
    }

    [OneTimeTearDown]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void OnlyOurFilesAreInIt()
    {
        var ours = Directory.EnumerateFiles(Path.Combine(Checkout.Root, "hw"), "*",
                SearchOption.AllDirectories)
            .Append(Path.Combine(Checkout.Root, "LICENSE")).GroupBy(f => Path.GetFileName(f)!)
            .ToDictionary(g => g.Key, g => g.Select(File.ReadAllText).ToArray());
        string[] made = ["snic.f", "snic.mk", "config.tcl"];
        var foreign = Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories)
            .Where(f => !made.Contains(Path.GetFileName(f)))
            .Where(f => !ours.TryGetValue(Path.GetFileName(f), out string[]? texts)
                || !texts.Contains(File.ReadAllText(f)));
        Assert.That(foreign, Is.Empty);
    }

    /// <summary>Every file is one that a tool reads: no headers that nothing includes.</summary>
    [Test]
    public void TheListsNameEveryFile()
    {
        var there = Directory.EnumerateFiles(Path.Combine(App, "rtl"))
            .Select(f => "rtl/" + Path.GetFileName(f)).ToArray();
        string[] list = File.ReadAllLines(Path.Combine(App, "snic.f"));
        var make = File.ReadAllLines(Path.Combine(App, "snic.mk"))
            .Where(l => l.StartsWith("SYN_FILES += ", StringComparison.Ordinal))
            .Select(l => l["SYN_FILES += app/snic/".Length..]);
        Assert.Multiple(() =>
        {
            Assert.That(list, Is.EquivalentTo(there));
            Assert.That(make, Is.EqualTo(list));
            Assert.That(list, Does.Contain("rtl/mqnic_app_block.sv"));
        });
    }

    [Test]
    public void VerilatorReadsIt() =>
        Tool.MustPassIn(App, Limit, "verilator", "--lint-only", "-Wno-lint", "-Wno-style",
            "--top-module", "mqnic_app_block", "-GIF_COUNT=2", "-f", "snic.f");

    [Test]
    public void YosysReadsIt() =>
        Tool.MustPassIn(App, Limit, "yosys", "-q", "-p",
            "read_verilog -sv -defer -DSYNTHESIS "
            + string.Join(' ', File.ReadAllLines(Path.Combine(App, "snic.f")))
            + "; hierarchy -check -top mqnic_app_block");

    [Test]
    public void TheBoardsAreThere() => Assert.That(
        Directory.EnumerateDirectories(Path.Combine(App, "boards")).Select(Path.GetFileName),
        Is.EquivalentTo(Boards));

    /// <summary>Sourced where a board's config.tcl does it: `params` holds its queues.</summary>
    [TestCaseSource(nameof(Boards))]
    public void TheFragmentSetsTheApplication(string board)
    {
        string script = Path.Combine(_folder, $"{board}.tcl");
        File.WriteAllText(script, $$"""
            set params [dict create APP_ID "32'h12340001" APP_ENABLE "0" \
                TX_QUEUE_INDEX_WIDTH "13" RX_QUEUE_INDEX_WIDTH "8" \
                RX_INDIR_TBL_ADDR_WIDTH "8" CQN_WIDTH "14"]
            source {{App}}/boards/{{board}}/config.tcl
            dict for {name value} $params {
                puts "$name=$value"
            }
            """);
        string[] output = Tool.MustPassIn(_folder, Limit, "yosys", "-q", "-c", script).Split('\n');
        File.Delete(script);
        Assert.That(output, Is.SupersetOf(Settings));
        Assert.That(output.Any(l => l.StartsWith("RX_CPL", StringComparison.Ordinal)), Is.False);
    }

    [Test]
    public void WhatIsThereIsNotOverwritten()
    {
        var (code, output) = Tool.Run(Limit, "bash", "hw/corundum/export.sh", _folder);
        Assert.That(code, Is.EqualTo(1));
        Assert.That(output, Does.Contain("there already"));
    }
}

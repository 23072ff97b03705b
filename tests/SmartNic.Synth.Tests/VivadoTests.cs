using NUnit.Framework;
using SmartNic.Synth.Vivado;

namespace SmartNic.Synth.Tests;

/// <summary>Reports of Vivado, and the script that makes them: without a Vivado at hand.</summary>
public sealed class VivadoTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private static readonly string[] Steps =
    [
        "synth_design", "create_clock", "opt_design", "place_design", "phys_opt_design",
        "route_design", "report_utilization", "report_timing_summary", "report_timing",
        "report_design_analysis", "write_checkpoint",
    ];

    private static string Reports => Checkout.At("tests", "SmartNic.Synth.Tests", "Reports");

    [Test]
    public void ResourcesAreRead()
    {
        var used = UtilizationReport.Read("u", Lines("utilization.rpt"));
        var cells = used.Select(u => (u.Name, u.Used, u.Available));
        Assert.That(cells, Is.EqualTo(new (string, double, double)[]
        {
            ("CLB LUTs", 30124, 1728000), ("LUT as Memory", 6004, 791040.0),
            ("CLB Registers", 41250, 3456000), ("CARRY8", 811, 216000),
            ("Block RAM Tile", 212.5, 2688), ("URAM", 4, 1280), ("DSPs", 8, 12288),
        }));
    }

    [Test]
    public void SlacksAreRead()
    {
        var summary = TimingReport.ReadSummary("t", Lines("timing_summary.rpt"));
        Assert.That(summary, Is.EqualTo(new TimingSummary(0.112, 0, 0.013, 0)));
        Assert.That((summary with { FailingHold = 1 }).IsMet, Is.False);
    }

    [Test]
    public void PathsAreRead() => Assert.That(
        TimingReport.ReadPaths("p", Lines("timing_paths.rpt")), Is.EqualTo(new[]
        {
            new RoutedPath(0.112, "u_rx/u_kernel/ihl_s3_reg[2]/C",
                "u_rx/u_kernel/sum_s4_reg[15]/D", 3.801, 1.140, 7, "CARRY8=2 LUT6=5"),
            new RoutedPath(-0.020, "a_q_reg/C", "b_q_reg/D", 4, 0.1, 0, ""),
        }));

    [TestCase("timing_summary.rpt", "WNS")]
    [TestCase("utilization.rpt", "row \"CLB LUTs\"")]
    [TestCase("timing_paths.rpt", "a path")]
    public void AnotherFormatIsNamed(string report, string expected)
    {
        string folder = Directory.CreateTempSubdirectory("snic-vivado-").FullName;
        try
        {
            foreach (string file in Directory.GetFiles(Reports))
            {
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            }

            var error = new StringWriter();
            Assert.That(VivadoCommand.Run(folder, TextWriter.Null, error), Is.Zero);
            File.WriteAllText(Path.Combine(folder, report), "some other text\n");
            Assert.That(VivadoCommand.Run(folder, TextWriter.Null, error), Is.EqualTo(2));
            Assert.That(error.ToString(), Does.Contain($"{report}:1").And.Contain(expected));
            File.Delete(Path.Combine(folder, report));
            Assert.That(VivadoCommand.Run(folder, TextWriter.Null, error), Is.EqualTo(2));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>
    /// The Tcl is run by Yosys' interpreter with commands that only write down how they are
    /// called: files are there, in the order of the list, and the steps come in order.
    /// </summary>
    [Test]
    public void TheScriptReadsEveryFileAndGoesToTheEnd()
    {
        Tool.Needs("yosys");
        string folder = Directory.CreateTempSubdirectory("snic-ooc-").FullName;
        try
        {
            string bin = Directory.CreateDirectory(Path.Combine(folder, "bin")).FullName;
            string vivado = Path.Combine(bin, "vivado");
            File.WriteAllText(vivado, FakeVivado);
            Tool.MustPass(Limit, "chmod", "755", vivado);
            string dest = Path.Combine(folder, "ooc");
            Tool.MustPass(Limit, "env", $"PATH={bin}:{Environment.GetEnvironmentVariable("PATH")}",
                Checkout.At("hw", "corundum", "ooc.sh"), "AU250", dest);
            string[] calls = File.ReadAllLines(Path.Combine(dest, "calls"));
            string[] read = [.. calls.Where(c => c.StartsWith("read_verilog", StringComparison
                .Ordinal)).Select(c => c.Split(' ')[^1])];
            Assert.That(read, Is.EqualTo(File.ReadAllLines(
                Path.Combine(dest, "app", "snic", "snic.f"))
                .Select(f => Path.Combine(dest, "app", "snic", f))));
            Assert.That(read.Where(f => !File.Exists(f)), Is.Empty);
            Assert.That(calls.Skip(read.Length).Select(c => c.Split(' ')[0]), Is.EqualTo(Steps));
            Assert.That(calls, Has.Some.Contains("-part xcu250-figd2104-2-e").And.Contain(
                "-generic DATA_W=512").And.Contain("-top snic_corundum"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public void AnUnknownBoardIsRefusedWithTheKnownOnes()
    {
        var (code, output) = Tool.Run(Limit, Checkout.At("hw", "corundum", "ooc.sh"), "AU1", "x");
        Assert.That(code, Is.EqualTo(2));
        Assert.That(output, Does.Contain("AU250").And.Contain("VCU118"));
    }

    private static string[] Lines(string report) =>
        File.ReadAllLines(Path.Combine(Reports, report));

    private const string FakeVivado = """
        #!/bin/bash
        # vivado -mode batch -nojournal -log LOG -source SCRIPT -tclargs ...
        while [ "$1" != -source ]; do shift; done
        script=$2; shift 3
        {
          echo "set argv [list $*]"
          echo 'set calls [open calls w]'
          for c in read_verilog synth_design create_clock opt_design place_design phys_opt_design \
            route_design report_utilization report_timing_summary report_timing \
            report_design_analysis write_checkpoint; do
            echo "proc $c {args} { puts \$::calls [join [concat $c \$args]] }"
          done
          echo 'proc get_ports {name} { return $name }'
          echo 'proc all_registers {} { return registers }'
          echo "source $script"
          echo 'close $calls'
        } >fake.tcl
        exec yosys -q -c fake.tcl
        """;
}

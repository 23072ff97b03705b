using NUnit.Framework;
using SmartNic.Synth.Blocks;

namespace SmartNic.Synth.Tests;

/// <summary>Finding blocks, their top modules and what these need.</summary>
public sealed class BlockTests
{
    private string _root = "";

    [SetUp]
    public void MakeRepository()
    {
        _root = Directory.CreateTempSubdirectory("synth").FullName;
        Write("hw/lib/lib.f", "# primitives\nhw/lib/rtl/snic_reg.sv\nhw/lib/rtl/snic_fifo.sv\n");
        Write("hw/lib/rtl/snic_reg.sv", "module snic_reg(); endmodule\n");
        Write("hw/lib/rtl/snic_fifo.sv",
            "// not a snic_mover\nmodule snic_fifo();\n  snic_reg u_reg();\nendmodule\n");
        Write("hw/egress/egress.f",
            "-f hw/lib/lib.f\nhw/egress/rtl/snic_mover.sv\nhw/egress/rtl/snic_egress.sv\n");
        Write("hw/egress/rtl/snic_mover.sv", "module snic_mover(); endmodule\n");
        Write("hw/egress/rtl/snic_egress.sv", """
            module snic_egress #(
                parameter int DATA_W = 512,
                parameter logic [3:0] KIND = 4'd1,
                localparam int KEEP_W = DATA_W / 8
            ) ();
              snic_mover u_mover();
              snic_fifo u_fifo();
            endmodule
            """);
    }

    [TearDown]
    public void RemoveRepository() => Directory.Delete(_root, recursive: true);

    [Test]
    public void TopsAreWhatNobodyInTheBlockUses()
    {
        var library = RtlLibrary.Read(_root);
        var lib = library.Blocks.Single(b => b.Name == "lib");
        Assert.That(library.Tops(lib).Single().Name, Is.EqualTo("snic_fifo"));
    }

    [Test]
    public void AJobHasEveryFileItNeedsAndTheWidth()
    {
        var job = JobList.Of(RtlLibrary.Read(_root), ["egress"], 64, ["snic_egress.KIND=2"])
            .Single(j => j.Module == "snic_egress");
        var files = job.Files.Select(f => Path.GetFileName(f));
        Assert.Multiple(() =>
        {
            Assert.That(string.Join(' ', files),
                Is.EqualTo("snic_reg.sv snic_fifo.sv snic_mover.sv snic_egress.sv"));
            Assert.That(job.Parameters, Is.EquivalentTo(new Dictionary<string, int>
                { ["DATA_W"] = 64, ["KIND"] = 2 }));
        });
    }

    [TestCase("snic_egress.KEEP_W=2")]
    [TestCase("snic_absent.KIND=2")]
    [TestCase("KIND=2")]
    public void AWrongSettingIsRefused(string setting)
    {
        var library = RtlLibrary.Read(_root);
        Assert.That(() => JobList.Of(library, [], null, [setting]),
            Throws.ArgumentException.With.Message.Contains(setting));
    }

    [Test]
    public void AnUnknownBlockIsRefused()
    {
        var library = RtlLibrary.Read(_root);
        Assert.That(() => JobList.Of(library, ["ingres"], null, []),
            Throws.ArgumentException.With.Message.Contains("egress, lib"));
    }

    [Test]
    public void AListThatNamesAMissingFileIsRefused()
    {
        Write("hw/lib/lib.f", "hw/lib/rtl/snic_gone.sv\n");
        Assert.That(() => RtlLibrary.Read(_root),
            Throws.TypeOf<FileNotFoundException>().With.Message.Contains("snic_gone.sv"));
    }

    private void Write(string file, string text)
    {
        string path = Path.Combine(_root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}

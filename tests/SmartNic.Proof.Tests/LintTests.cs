using NUnit.Framework;

namespace SmartNic.Proof.Tests;

/// <summary>Verilator -Wall over all RTL, and that the script notices what is wrong.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class LintTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);

    [Test]
    public void AllRtlIsCleanAtEveryWidth()
    {
        Tool.Needs("verilator");
        Tool.MustPass(Limit, Checkout.At("hw/lint/lint.sh"));
    }

    [Test]
    public void AWarningFails()
    {
        Tool.Needs("verilator");
        var (code, output) = RunOn(new Dictionary<string, string>
        {
            ["hw/lib/lib.f"] = "hw/lib/rtl/snic_bad.sv\n",
            ["hw/lib/rtl/snic_bad.sv"] = """
                module snic_bad (input logic [3:0] a_i, output logic [2:0] b_o);
                  assign b_o = a_i;
                endmodule

                """,
        });
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.EqualTo(1));
            Assert.That(output, Does.Contain("WIDTH").And.Contain("snic_bad"));
        });
    }

    [Test]
    public void AWarningAtOneWidthOnlyFails()
    {
        Tool.Needs("verilator");
        var (code, output) = RunOn(new Dictionary<string, string>
        {
            ["hw/lib/lib.f"] = "hw/lib/rtl/snic_narrow.sv\n",
            ["hw/lib/rtl/snic_narrow.sv"] = """
                module snic_narrow #(
                    parameter int DATA_W = 512
                ) (
                    input  logic [DATA_W-1:0] a_i,
                    output logic [127:0]      b_o
                );
                  generate
                    if (DATA_W == 128) begin : g_same
                      assign b_o = a_i;
                    end else begin : g_other
                      assign b_o = {128{^a_i}};
                      if (DATA_W == 64) begin : g_wrong
                        logic [3:0] unread;
                        assign unread = a_i[3:0];
                      end
                    end
                  endgenerate
                endmodule

                """,
        });
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.EqualTo(1));
            Assert.That(output, Does.Contain("snic_narrow -GDATA_W=64").And.Contain("UNUSED"));
            Assert.That(output, Does.Not.Contain("-GDATA_W=128"));
        });
    }

    [Test]
    public void AFileThatNoListNamesFails()
    {
        Tool.Needs("verilator");
        var (code, output) = RunOn(new Dictionary<string, string>
        {
            ["hw/lib/lib.f"] = "",
            ["hw/lib/rtl/snic_wire.sv"] =
                "module snic_wire (input logic a_i, output logic b_o);\n  assign b_o = a_i;\n"
                + "endmodule\n",
        });
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.EqualTo(1));
            Assert.That(output, Does.Contain("snic_wire.sv"));
        });
    }

    /// <summary>Runs a copy of the script in a repository of these files.</summary>
    private static (int? Code, string Output) RunOn(Dictionary<string, string> files)
    {
        string root = Directory.CreateTempSubdirectory("lint").FullName;
        try
        {
            foreach (string own in Directory.GetFiles(Checkout.At("hw/lint")))
            {
                files[$"hw/lint/{Path.GetFileName(own)}"] = File.ReadAllText(own);
            }

            foreach (var (name, text) in files)
            {
                string path = Path.Combine(root, name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, text);
            }

            return Tool.Run(Limit, "bash", Path.Combine(root, "hw/lint/lint.sh"));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }
}

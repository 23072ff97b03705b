using NUnit.Framework;
using SmartNic.Hls.Emit;
using SmartNic.Hls.Prove;
using SmartNic.Hls.Tests.Testing;

namespace SmartNic.Hls.Tests;

/// <summary>The text as an interface: small edits make small differences, and Icarus reads it as
/// Verilog-2001.</summary>
public sealed class EmissionTests
{
    private static List<(string Path, string Text)> Gateway() =>
        [.. Compiler.FilesOf([Path.Combine(Places.Repository, "hls", "kernels")])
            .Select(f => (f, File.ReadAllText(f)))];

    private static string[] Lines(IEnumerable<(string, string)> sources) =>
        [.. new Compiler(sources).Compile().First(k => k.Name == "snic_rx_kernel").Files
        .Where(f => f.Key.EndsWith(".v", StringComparison.Ordinal))
        .SelectMany(f => f.Value.Split('\n').Select(line => $"{f.Key}: {line}"))];

    // A constant, two that change the shape of a comparison, a round of the hash of four tables
    // (which bits wait together follows from the round; that of links is in six places, and
    // waits in most), a new condition.
    [TestCase("Outer.cs", "available < 28", "available < 20", 12)]
    [TestCase("Outer.cs", "available < 28", "available < 32", 40)]
    [TestCase("TunnelHead.cs", "udp < 16 |", "udp < 17 |", 40)]
    [TestCase("Hashes.cs", "a ^= Rotate(m, 21)", "a ^= Rotate(m, 22)", 420)]
    [TestCase("TunnelHead.cs", "udp < 16 |", "udp < 16 | udp == 9999 |", 100)]
    public void AnEditOfOneLineChangesFewLines(string file, string from, string to, int most)
    {
        var sources = Gateway();
        var before = Lines(sources);
        int at = sources.FindIndex(s => Path.GetFileName(s.Path) == file);
        string edited = sources[at].Text.Replace(from, to);
        Assert.That(edited, Is.Not.EqualTo(sources[at].Text));
        sources[at] = (sources[at].Path, edited);
        var after = Lines(sources);
        int changed = Different(before, after) + Different(after, before);
        TestContext.Out.WriteLine($"{changed} of {before.Length} lines");
        Assert.That(changed, Is.GreaterThan(0).And.LessThanOrEqualTo(most));
    }

    [Test]
    public void AnEditOfOneStageLeavesTheModulesOfTheOthersAlone()
    {
        var sources = Gateway();
        var before = new Compiler(sources).Compile()[0];
        int at = sources.FindIndex(s => Path.GetFileName(s.Path) == "PolicyStage.cs");
        sources[at] = (sources[at].Path, sources[at].Text.Replace(
            "Reasons.InnerLength", "Reasons.InnerVlan"));
        var after = new Compiler(sources).Compile()[0];
        Assert.That(after.Files.Where(f => before.Files[f.Key] != f.Value).Select(f => f.Key),
            Is.EqualTo((string[])["snic_rx_kernel_policy.v"]));
    }

    [Test]
    public void ACommentLineChangesOnlyTheMapOfLines()
    {
        var sources = Gateway();
        var before = new Compiler(sources).Compile()[0];
        var after = new Compiler(sources.Select(s => (s.Path, "// One more.\n" + s.Text)))
            .Compile()[0];
        Assert.That(after.Files["snic_rx_kernel.v"], Is.EqualTo(before.Files["snic_rx_kernel.v"]));
        Assert.That(after.Files.Where(f => before.Files[f.Key] != f.Value).Select(f => f.Key),
            Is.Empty);
        Assert.That(after.Lines, Is.Not.EqualTo(before.Lines));
        Assert.That(before.Lines, Does.Contain(" EndpointStage.cs:"));
    }

    /// <summary>Lines of one text that the other does not have.</summary>
    private static int Different(string[] lines, string[] others)
    {
        var there = others.GroupBy(l => l).ToDictionary(g => g.Key, g => g.Count());
        return lines.GroupBy(l => l).Sum(g =>
            Math.Max(0, g.Count() - there.GetValueOrDefault(g.Key)));
    }

    [Test]
    public void IcarusReadsTheTextAsVerilog2001()
    {
        string folder = Directory.CreateTempSubdirectory("snic-hls-icarus-").FullName;
        var compilers = Places.Files("ShouldCompile").Select(f => Places.Compile(f))
            .Append(new Compiler(Gateway()));
        // The module of delay lines is SystemVerilog: beside the text stands another one.
        File.WriteAllText(Path.Combine(folder, "snic_delay.v"), """
            module snic_delay #(parameter WIDTH = 1, parameter DEPTH = 1, parameter STYLE = "")
              (input wire clk, input wire [WIDTH-1:0] d_i, output wire [WIDTH-1:0] q_o);
            endmodule

            """);
        File.WriteAllText(Path.Combine(folder, DelayLine.File), DelayLine.Text());
        Assert.That(ExternalTool.Run(folder, "iverilog", "-g2012", "-t", "null", DelayLine.File),
            Is.Empty);
        foreach (var kernel in compilers.SelectMany(c => c.Compile()))
        {
            foreach (var (name, text) in kernel.Files)
                File.WriteAllText(Path.Combine(folder, name), text);
            foreach (string name in kernel.Files.Keys.Where(n => n.EndsWith(".v")))
                Assert.That(ExternalTool.Run(folder, "iverilog", "-g2001", "-t", "null", "-y", ".",
                    name), Is.Empty, name);
        }
        Directory.Delete(folder, true);
    }
}

using NUnit.Framework;

namespace SmartNic.Proof.Tests;

/// <summary>Every proof of the repository, one test case each.</summary>
public sealed class ProofTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private static IEnumerable<string> Proofs =>
        from folder in Directory.GetDirectories(Path.Combine(Script.Root, "hw"))
        let script = Path.Combine(folder, "props", "prove.sh")
        where File.Exists(script)
        orderby script
        select Path.GetRelativePath(Script.Root, script);

    [Test]
    public void ThereAreProofs() => Assert.That(Proofs, Is.Not.Empty);

    [TestCaseSource(nameof(Proofs))]
    public void IsProved(string script)
    {
        Script.Needs("yosys", "yosys-abc");
        Script.MustPass(Limit, Path.Combine(Script.Root, script));
    }

    /// <summary>The kernels' Verilog equals the plain lowering of their C#.</summary>
    [Test]
    public void TheKernelsAreProved()
    {
        Script.Needs("yosys", "yosys-abc");
        string tool = Path.Combine(Script.Root, "hls", "SmartNic.Hls.Tool", "bin",
            Script.Configuration, "net10.0", "snic-hls");
        var sources = Directory.GetFiles(Path.Combine(Script.Root, "hls", "kernels"), "*.cs")
            .Order(StringComparer.Ordinal);
        Script.MustPass(TimeSpan.FromMinutes(60), tool, ["prove", .. sources]);
    }
}

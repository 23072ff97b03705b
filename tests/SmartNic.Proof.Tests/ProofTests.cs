using NUnit.Framework;

namespace SmartNic.Proof.Tests;

/// <summary>Every proof of the repository, one test case each.</summary>
public sealed class ProofTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private static IEnumerable<string> Proofs =>
        from folder in Directory.GetDirectories(Checkout.At("hw"))
        let script = Path.Combine(folder, "props", "prove.sh")
        where File.Exists(script)
        orderby script
        select Path.GetRelativePath(Checkout.Root, script);

    [Test]
    public void ThereAreProofs() => Assert.That(Proofs, Is.Not.Empty);

    [TestCaseSource(nameof(Proofs))]
    public void IsProved(string script)
    {
        Tool.Needs("yosys", "yosys-abc");
        Tool.MustPass(Limit, Checkout.At(script));
    }

    /// <summary>The kernels' Verilog equals the plain lowering of their C#.</summary>
    [Test]
    public void TheKernelsAreProved() => IsProved(
        [.. Directory.GetFiles(Checkout.At("hls", "kernels"), "*.cs")
            .Order(StringComparer.Ordinal)]);

    private static void IsProved(string[] sources)
    {
        Tool.Needs("yosys", "yosys-abc");
        string tool = Checkout.At("hls", "SmartNic.Hls.Tool", "bin",
            Checkout.Configuration, "net10.0", "snic-hls");
        Tool.MustPass(TimeSpan.FromMinutes(60), tool, ["prove", .. sources]);
    }
}

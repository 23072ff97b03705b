using NUnit.Framework;

namespace SmartNic.Proof.Tests;

/// <summary>Every proof of the repository, one test case each; as many at once as there are
/// cores.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ProofTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);

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
}

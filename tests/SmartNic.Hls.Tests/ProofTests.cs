using NUnit.Framework;
using SmartNic.Hls.Prove;
using SmartNic.Hls.Tests.Testing;

namespace SmartNic.Hls.Tests;

/// <summary>The emitted text is proved; a wrong text is not.</summary>
public sealed class ProofTests
{
    private static IEnumerable<string> Files => Places.Files("ShouldCompile");

    [TestCaseSource(nameof(Files))]
    public void TheTextEqualsThePlainLowering(string file)
    {
        var compiler = Places.Compile(file);
        foreach (var kernel in compiler.Compile())
            foreach (var result in new Prover(compiler).Prove(kernel))
                Assert.That(result.Proved, Is.True, $"{result.What}: {result.Detail}");
    }

    [TestCase(" + ", " - ", 0, TestName = "A wrong operator is found")]
    [TestCase("_s1 <= ", "_s1 <= ~", 0, TestName = "An inverted register is found")]
    [TestCase("[15:5] == ", "[14:4] == ", 0, TestName = "A wrong slice is found")]
    public void AWrongTextIsNotProved(string from, string to, int proof)
    {
        var compiler = Places.Compile("Small.cs");
        var kernel = compiler.Compile()[0];
        string name = kernel.Name + ".v", text = kernel.Files[name];
        int at = text.IndexOf(from, StringComparison.Ordinal);
        Assert.That(at, Is.GreaterThan(0));
        var wrong = kernel.WithText(name, text[..at] + to + text[(at + from.Length)..]);
        Assert.That(new Prover(compiler).Prove(wrong)[proof].Proved, Is.False);
    }

    [Test]
    public void AMissingRegisterIsFound()
    {
        var compiler = Places.Compile("Small.cs");
        var kernel = compiler.Compile()[0];
        string name = kernel.Name + ".v", text = kernel.Files[name];
        int clock = text.IndexOf("_s2 <= ", StringComparison.Ordinal);
        int line = text.LastIndexOf("    ", clock, StringComparison.Ordinal);
        int end = text.IndexOf(';', clock);
        string source = text[(clock + 7)..end], target = text[(line + 4)..(clock + 3)];
        // The register becomes a wire: same function, one clock too early.
        string early = text.Remove(line, end + 2 - line)
            .Replace($" {target};", $" {target} = {source};")
            .Replace($"reg {target} =", $"wire {target} =");
        early = System.Text.RegularExpressions.Regex.Replace(
            early, $@"reg (\[\d+:\d+\] )?{target} =", $"wire $1{target} =");
        var results = new Prover(compiler).Prove(kernel.WithText(name, early));
        Assert.That(results[0].Proved, Is.True, results[0].Detail);
        Assert.That(results[^1].Proved, Is.False);
    }
}

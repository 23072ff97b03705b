using NUnit.Framework;
using SmartNic.Hls.Check.Cosim;

namespace SmartNic.Hls.Tool.Tests;

/// <summary>Co-simulation notices what is wrong, and says with which packet.</summary>
public sealed class CosimTests
{
    [TestCase(" + ", " - ", "out_cost: native 16'h")]
    [TestCase("valid <= rst", "valid <= in_valid | rst", "")]
    public void AWrongTextIsFound(string from, string to, string expected)
    {
        var compiler = Compiler.FromFiles([Snic.Kernel("Small.cs")]);
        var kernel = compiler.Compile()[0];
        string name = kernel.Name + ".v", text = kernel.Files[name];
        int at = text.IndexOf(from, StringComparison.Ordinal);
        var wrong = kernel.WithText(name, text[..at] + to + text[(at + from.Length)..]);
        var report = Cosimulation.Run(compiler, wrong, 10_000, 3);
        Assert.That(report.Equal, Is.False);
        Assert.That(report.Mismatch, Does.Contain(expected));
        Assert.That(report.Vectors, Is.LessThan(10_000));
    }
}

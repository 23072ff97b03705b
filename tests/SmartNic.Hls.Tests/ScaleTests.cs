using System.Diagnostics;
using NUnit.Framework;
using SmartNic.Hls.Emit;
using SmartNic.Hls.Prove;

namespace SmartNic.Hls.Tests;

/// <summary>What is long in the source.</summary>
public sealed class ScaleTests
{
    private static CompiledKernel Compile(string body) => new Compiler([("scale.cs",
        "using SmartNic.Hls.Language;\npublic static class K\n{\n    [Kernel(\"scale\")]\n"
        + $"    public static ulong Run(ulong x, ulong y)\n    {{\n{body}\n    }}\n}}\n")])
        .Compile()[0];

    [Test]
    public void AManyTermsSumIsATree() => Assert.That(Compile(
        "ulong s = 0; for (int i = 0; i < 500; i++) s += (x >> (i % 60)) ^ (ulong)(i * 77);"
        + "return s;").Latency, Is.LessThanOrEqualTo(6));

    [Test]
    public void EarlyReturnsDoNotTakeTheirSquareInTime()
    {
        static TimeSpan Time(int returns)
        {
            string body = string.Concat(Enumerable.Range(0, returns)
                .Select(i => $"if ((x ^ {i * 7919 % 65521}ul) == y) return {i};\n"));
            var watch = Stopwatch.StartNew();
            Compile(body + "return 9;");
            return watch.Elapsed;
        }
        Time(50);
        var few = Time(200);
        Assert.That(Time(1000), Is.LessThan((12 * few) + TimeSpan.FromSeconds(2)));
    }

    [Test]
    public void NoNameIsAWordOfVerilog()
    {
        string folder = Directory.CreateTempSubdirectory("snic-hls-words-").FullName;
        string[] words = [.. VerilogText.Keywords.Order(StringComparer.Ordinal)];
        string body = string.Concat(words.Select((w, i) =>
            $"ulong @{w} = (x ^ {i * 77}) + {(i == 0 ? "y" : "@" + words[i - 1])};\n"));
        var kernel = Compile($"{body}return @{words[^1]};");
        File.WriteAllText(Path.Combine(folder, "scale.v"), kernel.Files["scale.v"]);
        Assert.That(ExternalTool.Run(folder, "iverilog", "-g2012", "-t", "null", "scale.v"),
            Is.Empty);
        string[] known = "extends logic bit implements let soft global nettype interconnect cross"
            .Split(' ');
        Assert.That(known, Is.SubsetOf(words));
        Directory.Delete(folder, true);
    }
}

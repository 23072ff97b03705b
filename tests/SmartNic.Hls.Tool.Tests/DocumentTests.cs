using System.Text.RegularExpressions;
using NUnit.Framework;
using SmartNic.Hls.Front;
using SmartNic.Hls.Tool.Docs;
using SmartNic.Testing;

namespace SmartNic.Hls.Tool.Tests;

/// <summary>What hls/docs says is so.</summary>
public sealed class DocumentTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private static string Read(string name) => File.ReadAllText(Checkout.At("hls", "docs", name));

    private static IEnumerable<(string Info, string Code)> Blocks(string name) =>
        Regex.Matches(Read(name), @"^```(\S.*)\n([\s\S]*?)^```$", RegexOptions.Multiline)
            .Select(m => (m.Groups[1].Value, m.Groups[2].Value));

    private static IEnumerable<TestCaseData> Examples => Blocks("LANGUAGE.md")
        .Where(b => b.Info.StartsWith("csharp", StringComparison.Ordinal))
        .Select(b => new TestCaseData(b.Info, b.Code).SetName(
            "LANGUAGE.md: " + Regex.Match(
                b.Code, "(?:Kernel|Pipeline)\\(\"(\\w+)\"").Groups[1].Value));

    [TestCaseSource(nameof(Examples))]
    public void AnExampleCompilesOrIsRejectedAsItSays(string info, string code)
    {
        string text = "using System.Runtime.InteropServices;\nusing SmartNic.Hls.Language;\n"
            + $"public static class Example\n{{\n{code}}}\n";
        void Compile() => Assert.That(
            new Compiler([("example.cs", text)]).Compile(), Has.Count.EqualTo(1));
        if (info == "csharp")
        {
            Compile();
            return;
        }
        var error = Assert.Throws<HlsException>(Compile)!;
        Assert.That($"csharp rejected {error.Id}", Is.EqualTo(info), error.Message);
    }

    [Test]
    public void GeneratedDocumentsAreInStepWithTheCode()
    {
        string rejected = Checkout.At("tests", "SmartNic.Hls.Tests", "ShouldFail");
        foreach (var (name, text) in DocumentWriter.All(
            rejected, Checkout.At("hls", "docs", "fuzz.ledger")))
            Assert.That(Read(name), Is.EqualTo(text), $"{name}: run build/bin/snic-hls docs");
    }

    [Test]
    public void TheTutorialRuns()
    {
        using var folder = new TemporaryFolder();
        string path = $"{AppContext.BaseDirectory}:{Environment.GetEnvironmentVariable("PATH")}";
        int commands = 0;
        foreach (var (info, code) in Blocks("TUTORIAL.md"))
        {
            if (info.StartsWith("csharp ", StringComparison.Ordinal))
            {
                folder.Write(info["csharp ".Length..], code);
                continue;
            }
            var (exit, output) = SmartNic.Testing.Tool.RunIn(folder.Path, Limit, "env",
                $"PATH={path}", "bash", "-e", "-c", code);
            TestContext.Out.WriteLine($"{code}{output}");
            int expected = info == "sh" ? 0 : int.Parse(info["sh fails ".Length..]);
            Assert.That(exit, Is.EqualTo(expected), $"{code}{output}");
            commands++;
        }
        Assert.That(commands, Is.GreaterThan(5));
        Assert.That(Path.Combine(folder.Path, "rtl", "police_budgets_step.v"), Does.Exist);
    }
}

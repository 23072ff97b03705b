using System.Text.RegularExpressions;
using NUnit.Framework;
using SmartNic.Hls.Front;
using SmartNic.Hls.Tests.Testing;

namespace SmartNic.Hls.Tests;

/// <summary>Every source of ShouldFail marks the span of its diagnostic with [| and |].</summary>
public sealed class ShouldFailTests
{
    private static IEnumerable<string> Files => Places.Files("ShouldFail");

    [TestCaseSource(nameof(Files))]
    public void IsRejectedWhereItIsWrong(string file)
    {
        string text = File.ReadAllText(Path.Combine(Places.Folder, "ShouldFail", file));
        int start = text.IndexOf("[|", StringComparison.Ordinal);
        int end = text.IndexOf("|]", StringComparison.Ordinal) - 2;
        Assert.That(start, Is.GreaterThan(0), "the file marks no span");
        text = text.Replace("[|", "").Replace("|]", "");
        var error = Assert.Throws<HlsException>(() => new Compiler([(file, text)]).Compile());
        Assert.That(error!.Id, Is.EqualTo(file.Split('.')[0]), error.Message);
        Assert.That(error.Where!.SourceSpan.Start, Is.EqualTo(start), error.Message);
        Assert.That(error.Where!.SourceSpan.End, Is.EqualTo(end), error.Message);
        Assert.That(error.Message, Does.StartWith($"{file}("));
    }

    [Test]
    public void EveryDiagnosticHasASourceAndAnEntryInTheList()
    {
        string code = File.ReadAllText(Path.Combine(
            Places.Repository, "hls", "SmartNic.Hls", "Front", "Diagnostics.cs"));
        var ids = Regex.Matches(code, @"Error\(\s*(\d+), ").Select(m =>
            $"SNH{int.Parse(m.Groups[1].Value):D4}").Distinct().ToList();
        Assert.That(ids, Has.Count.GreaterThan(20));
        Assert.That(ids.Except(Files.Select(f => f.Split('.')[0])), Is.Empty, "without a source");
        Assert.That(DiagnosticList.All.Select(d => d.Id), Is.EquivalentTo(ids), "the list");
    }
}

using NUnit.Framework;

namespace SmartNic.Style.Tests;

/// <summary>What every text file of the project keeps to.</summary>
public sealed class TextTests
{
    private static readonly string[] Code =
        [".cs", ".sv", ".svh", ".v", ".cpp", ".h", ".mk", ".sh", ".csproj", ".props", ".f"];

    private static IEnumerable<string> Texts => Repository.Written.Where(f =>
        Code.Contains(Path.GetExtension(f)) || f.EndsWith(".md", StringComparison.Ordinal));

    [Test]
    public void LinesAreWithinAHundredColumns()
    {
        var bad = from file in Texts.Where(f => Code.Contains(Path.GetExtension(f)))
                  from line in Repository.Read(file).Split('\n').Index()
                  where line.Item.Length > 100
                  select $"{file}:{line.Index + 1}: {line.Item.Length} columns";
        Assert.That(bad, Is.Empty);
    }

    [Test]
    public void NoTabsTrailingSpaceOrMissingNewline()
    {
        var bad = from file in Texts.Where(f => !f.EndsWith(".mk", StringComparison.Ordinal))
                  let text = Repository.Read(file)
                  from fault in Faults(text)
                  select $"{file}{fault}";
        Assert.That(bad, Is.Empty);
    }

    [Test]
    public void NothingIsLeftForLater()
    {
        string[] words = ["TO" + "DO", "FIX" + "ME", "HA" + "CK:", "NotImplemented" + "Exception"];
        var bad = from file in Texts
                  from line in Repository.Read(file).Split('\n').Index()
                  where words.Any(w => line.Item.Contains(w, StringComparison.Ordinal))
                  select $"{file}:{line.Index + 1}";
        Assert.That(bad, Is.Empty);
    }

    [Test]
    public void FilesAreShort()
    {
        var bad = from file in Texts.Where(f => Path.GetExtension(f) is ".cs" or ".sv" or ".cpp")
                  let lines = Repository.Read(file).Split('\n').Length
                  where lines > 500
                  select $"{file}: {lines} lines";
        Assert.That(bad, Is.Empty);
    }

    private static IEnumerable<string> Faults(string text)
    {
        if (text.Length > 0 && text[^1] != '\n')
        {
            yield return ": no newline at the end";
        }

        foreach (var (index, line) in text.Split('\n').Index())
        {
            if (line.Contains('\t', StringComparison.Ordinal))
            {
                yield return $":{index + 1}: tab";
            }

            if (line.Length > 0 && char.IsWhiteSpace(line[^1]))
            {
                yield return $":{index + 1}: trailing space";
            }
        }
    }
}

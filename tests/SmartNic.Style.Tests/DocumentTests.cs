using System.Text.RegularExpressions;
using NUnit.Framework;

namespace SmartNic.Style.Tests;

/// <summary>The documents exist, are short, and their links lead somewhere.</summary>
public sealed partial class DocumentTests
{
    [TestCase("README.md")]
    [TestCase("ARCHITECTURE.md")]
    [TestCase("CAVEATS.md")]
    [TestCase("CHANGELOG.md")]
    [TestCase("LICENSE")]
    public void IsThere(string file) => Assert.That(Repository.Files, Does.Contain(file));

    [Test]
    public void TheReadmeFitsOnTwoScreens()
    {
        int words = Repository.Read("README.md")
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        Assert.That(words, Is.LessThanOrEqualTo(900));
    }

    [Test]
    public void LinksLeadToFiles()
    {
        var pages = Repository.Files.Where(f => f.EndsWith(".md", StringComparison.Ordinal));
        var bad = from file in pages
                  from Match m in Link().Matches(Repository.Read(file))
                  let target = m.Groups[1].Value.Split('#')[0]
                  where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal)
                  let path = Checkout.At(Path.GetDirectoryName(file)!, target)
                  where !File.Exists(path) && !Directory.Exists(path)
                  select $"{file}: {target}";
        Assert.That(bad, Is.Empty);
    }

    [Test]
    public void MakeTargetsOfTheReadmeExist()
    {
        string make = Repository.Read("fpga.mk");
        var bad = from Match m in Target().Matches(Repository.Read("README.md"))
                  from target in m.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                  where !Regex.IsMatch(make, $"^{target}:", RegexOptions.Multiline)
                  select target;
        Assert.That(bad, Is.Empty);
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"make -f fpga\.mk ([a-z -]+)")]
    private static partial Regex Target();
}

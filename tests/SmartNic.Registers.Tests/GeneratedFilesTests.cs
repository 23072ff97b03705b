using NUnit.Framework;

namespace SmartNic.Registers.Tests;

/// <summary>What is committed is what the specification gives.</summary>
public sealed class GeneratedFilesTests
{
    private static IEnumerable<TestCaseData> Files =>
        GeneratedFiles.Of(GatewaySpec.Device).Select(f => new TestCaseData(f).SetName(f.Path));

    [TestCaseSource(nameof(Files))]
    public void RegeneratingLeavesTheFileAsItIs(GeneratedFile file)
    {
        var committed = File.ReadAllText(Path.Combine(Checkout.Root, file.Path));
        Assert.That(committed, Is.EqualTo(file.Text),
            "run: dotnet run --project host/SmartNic.Registers.Tool -- .");
    }

    [Test]
    public void NothingElseIsInTheGeneratedFolders()
    {
        var expected = GeneratedFiles.Of(GatewaySpec.Device).Select(f => f.Path).ToHashSet();
        foreach (var folder in expected.Select(p => Path.GetDirectoryName(p)!).Distinct()
            .Where(p => p.EndsWith("gen", StringComparison.OrdinalIgnoreCase)
                || p.EndsWith("Generated", StringComparison.Ordinal)))
        {
            var found = Directory.GetFiles(Path.Combine(Checkout.Root, folder))
                .Select(f => Path.GetRelativePath(Checkout.Root, f).Replace('\\', '/'));
            Assert.That(found, Is.SubsetOf(expected));
        }
    }

    [Test]
    public void GeneratingTwiceGivesTheSameBytes() =>
        Assert.That(GeneratedFiles.Of(GatewaySpec.Device),
            Is.EqualTo(GeneratedFiles.Of(GatewaySpec.Device)));

    [Test]
    public void NoLineIsLongerThan100Columns()
    {
        foreach (var file in GeneratedFiles.Of(GatewaySpec.Device))
        {
            Assert.That(file.Text.Split('\n'), Has.All.Length.LessThanOrEqualTo(100), file.Path);
            Assert.That(file.Text, Does.Not.Contain("\r").And.Not.Contain("\t"), file.Path);
        }
    }
}

using NUnit.Framework;

namespace SmartNic.Hls.Tool.Tests;

/// <summary><c>snic-hls new feature</c>: what it writes, and what it refuses.</summary>
public sealed class NewFeatureTests
{
    private static TemporaryFolder Empty()
    {
        var folder = new TemporaryFolder();
        foreach (string room in (string[])["hls/kernels", "host/SmartNic.Features"])
            Directory.CreateDirectory(Path.Combine(folder.Path, room));
        return folder;
    }

    [TestCase("watch", "Watch")]
    [TestCase("announce", "Announce")]
    public void EveryFileOfBothRoomsIsWritten(string noun, string type)
    {
        using var folder = Empty();
        var (code, output, _) = Snic.Hls("new", "feature", noun, "--root", folder.Path);
        Assert.That(code, Is.Zero);
        Assert.That(output, Does.Contain($"{type}Stage.Run(ref p, frame, tables.{type});"));
        string[] files =
        [
            $"hls/kernels/{noun}/RxTables.{type}.cs", $"hls/kernels/{noun}/{type}Stage.cs",
            $"hls/kernels/{noun}/{type}Table.cs", $"hls/kernels/{noun}/Reasons.{type}.cs",
            $"host/SmartNic.Features/{type}/README.md",
            $"host/SmartNic.Features/{type}/TenantConfig.{type}.cs",
            $"host/SmartNic.Features/{type}/{type}Config.cs",
            $"host/SmartNic.Features/{type}/{type}Feature.cs",
            $"host/SmartNic.Features/{type}/{type}Section.cs",
        ];
        foreach (string file in files)
        {
            string text = File.ReadAllText(Path.Combine(folder.Path, file));
            Assert.That(text, Does.Contain(type), file);
        }
        Assert.That(Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories),
            Has.Length.EqualTo(files.Length));
    }

    /// <summary>Its reason has the first number of its class that was never given.</summary>
    [TestCase("", 0)]
    [TestCase("# why\n0x80 a\n0x81 b retired\n0x90 c\n", 2)]
    public void ItsReasonHasAPlaceOfItsOwn(string locked, int place)
    {
        using var folder = Empty();
        File.WriteAllText(Path.Combine(folder.Path, "hls/kernels/reasons.lock"), locked);
        Assert.That(Snic.Hls("new", "feature", "watch", "--root", folder.Path).Code, Is.Zero);
        Assert.That(
            File.ReadAllText(Path.Combine(folder.Path, "hls/kernels/watch/Reasons.Watch.cs")),
            Does.Contain($"WatchDropped = (Reason)Outcome.Policy + {place};"));
    }

    [Test]
    public void AClassThatIsFullIsRefused()
    {
        using var folder = Empty();
        File.WriteAllText(Path.Combine(folder.Path, "hls/kernels/reasons.lock"),
            "#\n" + string.Concat(Enumerable.Range(0x80, 16).Select(n => $"0x{n:x} r{n}\n")));
        var (code, _, error) = Snic.Hls("new", "feature", "watch", "--root", folder.Path);
        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.Contain("all reasons of the class of policies were used"));
        Assert.That(Directory.Exists(Path.Combine(folder.Path, "hls/kernels/watch")), Is.False);
    }

    [TestCase("Watch")]
    [TestCase("1st")]
    [TestCase("two-words")]
    [TestCase("x")]
    public void ANameIsAWord(string noun)
    {
        using var folder = Empty();
        Assert.That(Snic.Hls("new", "feature", noun, "--root", folder.Path).Code, Is.EqualTo(2));
        Assert.That(
            Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories), Is.Empty);
    }

    /// <summary>Folders, types of the kernels, keys of the configuration.</summary>
    [TestCase("meter")]
    [TestCase("vni")]
    [TestCase("rx")]
    [TestCase("inject")]
    [TestCase("interface")]
    public void WhatIsThereIsNotWrittenOver(string noun)
    {
        var (code, _, error) = Snic.Hls(
            "new", "feature", noun, "--root", SmartNic.Testing.Checkout.Root);
        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.Contain("nothing was"));
    }
}

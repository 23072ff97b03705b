using NUnit.Framework;
using SmartNic.Hls.Prove;
using SmartNic.Hls.Tests.Testing;
using SmartNic.Hls.Types;

namespace SmartNic.Hls.Tests;

/// <summary>Emitted and generated text: approved, lint clean, without drift.</summary>
public sealed class TextTests
{
    [Test]
    public void TheTextOfASmallKernelIsTheApprovedOne()
    {
        var kernel = Places.Compile("Small.cs").Compile()[0];
        foreach (var (name, text) in kernel.Files)
        {
            string path = Path.Combine(Places.Folder, "Approved", name);
            // SNIC_APPROVE=1 replaces the approved text; review the difference.
            if (Environment.GetEnvironmentVariable("SNIC_APPROVE") == "1")
                File.WriteAllText(path, text);
            Assert.That(text, Is.EqualTo(File.ReadAllText(path)), name);
        }
    }

    [Test]
    public void VerilatorHasNoWarning()
    {
        string folder = Directory.CreateTempSubdirectory("snic-hls-lint-").FullName;
        foreach (string file in Places.Files("ShouldCompile"))
            foreach (var kernel in Places.Compile(file).Compile())
            {
                foreach (var (name, text) in kernel.Files)
                    File.WriteAllText(Path.Combine(folder, name), text);
                foreach (string name in kernel.Files.Keys.Where(n => n.EndsWith(".v")))
                    Assert.That(ExternalTool.Run(folder, "verilator", "--lint-only", "-Wall", name),
                        Is.Empty);
            }
        Directory.Delete(folder, true);
    }

    [TestCase(1)]
    [TestCase(12)]
    [TestCase(48)]
    [TestCase(63)]
    public void TheNarrowTypesAreAsGenerated(int width) => Assert.That(
        File.ReadAllText(Path.Combine(Places.Repository, "hls", "SmartNic.Hls.Language", "Narrow",
            NarrowTypeGenerator.FileName(width))), Is.EqualTo(NarrowTypeGenerator.Source(width)));

    [Test]
    public void EveryNarrowTypeIsThere()
    {
        var files = Directory.GetFiles(Path.Combine(
            Places.Repository, "hls", "SmartNic.Hls.Language", "Narrow")).Select(Path.GetFileName);
        Assert.That(files, Is.EquivalentTo(
            NarrowTypeGenerator.Widths.Select(NarrowTypeGenerator.FileName)));
    }
}

using NUnit.Framework;

namespace SmartNic.Registers.Tests;

/// <summary>
/// `make gen` must not need what it makes: after a change of a kernel nothing that uses the
/// generated files compiles until they are there.
/// </summary>
public sealed class GenTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    private static readonly string[] Users =
    [
        "host/SmartNic.Registers/Checks/RegisterChecks.cs", "host/SmartNic.Driver/TableView.cs",
        "sim/SmartNic.Sim/Model/ModelTable.cs", "tests/SmartNic.Registers.Tests/GenTests.cs",
    ];

    private string _copy = "";

    [OneTimeSetUp]
    public void Copy() => _copy = Directory.CreateTempSubdirectory("snic-gen").FullName;

    [OneTimeTearDown]
    public void Delete() => Directory.Delete(_copy, recursive: true);

    [Test]
    public void GenRunsWhenNothingElseCompiles()
    {
        var files = Tool.MustPass(Limit, "git", "ls-files", "--cached", "--others",
                "--exclude-standard").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(f => File.Exists(Checkout.At(f))).ToArray();
        foreach (var file in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(At(file))!);
            File.Copy(Checkout.At(file), At(file));
        }

        foreach (var file in GeneratedFiles.Of(GatewaySpec.Device)
            .Append(FeatureList.Of(Checkout.Root)[^1]))
        {
            File.WriteAllText(At(file.Path), "not yet\n");
        }

        foreach (var file in Users)
        {
            File.AppendAllText(At(file), "does not compile\n");
        }

        Directory.Delete(At("hw/rx/rtl/gen"), recursive: true);
        Directory.Delete(At("hw/tx/rtl/gen"), recursive: true);
        Tool.MustPassIn(_copy, Limit, "make", "-f", "fpga.mk", "gen",
            $"CONFIG={Checkout.Configuration}");
        Assert.That(files.Except(Users).Where(f => !File.Exists(At(f))
            || !File.ReadAllBytes(At(f)).AsSpan().SequenceEqual(
                File.ReadAllBytes(Checkout.At(f)))),
            Is.Empty, "what gen makes is what is committed");
    }

    private string At(string file) => Path.Combine(_copy, file);
}

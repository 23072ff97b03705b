namespace SmartNic.Package.Tests;

/// <summary>The Debian package, built by its make target and installed in a test root.</summary>
public sealed class PackageTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private string _folder = "";
    private string _package = "";

    private string Root => Path.Combine(_folder, "root");

    private string Program => Path.Combine(Root, "usr/bin/snic");

    [OneTimeSetUp]
    public void Build()
    {
        Tool.Needs("dpkg-deb", "dpkg");
        _folder = Directory.CreateTempSubdirectory("snic-package-").FullName;
        string[] lines = Tool.MustPass(Limit, "make", "-s", "-f", "fpga.mk", "deb")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        _package = Checkout.At(lines[^1]);
        Install(Root);
    }

    [OneTimeTearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void TheProgramRunsWithoutARuntime()
    {
        string version = Run("/usr/bin/env", "-i", Program, "--version");
        Assert.That(version, Does.Match(@"^\d+\.\d+\.\d+\n$"));
    }

    [Test]
    public void TheProgramReadsAConfiguration()
    {
        string report = Run("/usr/bin/env", "-i", Program, "config", "check", "--json",
            Path.Combine(Root, "usr/share/doc/snic/gateway.yaml"));
        Assert.That(report, Does.Contain("\"ok\": true"));
    }

    [Test]
    public void ThePublishedProgramReplaysAsTheBuiltOne()
    {
        string[] words = ["capture", "replay", "--backend", "model",
            "--config", Checkout.At("sim/scenarios/two-tenants.yaml"),
            "--in", "wire=" + Checkout.At("tests/fixtures/wire.pcap")];
        foreach (string who in (string[])["trimmed", "built"])
        {
            string program = who == "trimmed" ? Program : Checkout.At("build/bin/snic");
            Tool.MustPass(Limit, program, [.. words,
                "--out", "host.red=" + Path.Combine(_folder, who + ".pcap"),
                "--counters", Path.Combine(_folder, who + ".json")]);
        }

        foreach (string end in (string[])[".pcap", ".json"])
        {
            Assert.That(File.ReadAllBytes(Path.Combine(_folder, "trimmed" + end)),
                Is.EqualTo(File.ReadAllBytes(Path.Combine(_folder, "built" + end))));
        }
    }

    [Test]
    public void TheManualPageIsGoodRoffAndNamesEveryVerb()
    {
        Tool.Needs("man");
        string page = Path.Combine(Root, "usr/share/man/man8/snic.8.gz");
        string warnings = Run("bash", "-c", $"man --warnings -l {page} 2>&1 >/dev/null");
        Assert.That(warnings, Is.Empty);
        string text = Run("/usr/bin/env", "MANWIDTH=100", "man", "-l", page);
        foreach (string verb in (string[])["config apply", "board attach", "reg dump"])
        {
            Assert.That(text, Does.Contain($"snic {verb}"));
        }
    }

    [Test]
    public void SystemdTakesTheUnit()
    {
        Tool.Needs("systemd-analyze");
        // The unit names /usr/bin/snic, which is in the test root only.
        string unit = Path.Combine(_folder, "snic@.service");
        File.WriteAllText(unit, File
            .ReadAllText(Path.Combine(Root, "lib/systemd/system/snic@.service"))
            .Replace("/usr/bin/snic", Program, StringComparison.Ordinal));
        string output = Tool.MustPass(Limit, "systemd-analyze", "verify", "--man=no", unit);
        Assert.That(output, Is.Empty);
    }

    [Test]
    public void TheUnitsCommandLineIsOne()
    {
        string start = File.ReadLines(Path.Combine(Root, "lib/systemd/system/snic@.service"))
            .Single(l => l.StartsWith("ExecStart=", StringComparison.Ordinal));
        string[] words = start.Replace("${SNIC_CONFIG}", "/nonexistent.yaml",
            StringComparison.Ordinal).Split(' ')[1..];
        var (code, output) = Tool.Run(Limit, Program, words);
        Assert.That(code, Is.EqualTo(1), output);
        Assert.That(output, Does.Contain("/nonexistent.yaml"));
    }

    [Test]
    public void TheShellCompletes()
    {
        string script = Path.Combine(Root, "usr/share/bash-completion/completions/snic");
        string words = Tool.MustPass(Limit, "bash", "-c",
            $"PATH={Path.GetDirectoryName(Program)}:$PATH; . {script}; COMP_LINE='snic conf'; "
            + "COMP_POINT=9; COMP_WORDS=(snic conf); COMP_CWORD=1; _snic; "
            + "printf '%s\\n' \"${COMPREPLY[@]}\"");
        Assert.That(words, Is.EqualTo("config\n"));
    }

    [Test]
    public void RemovingItLeavesNothing()
    {
        string root = Path.Combine(_folder, "removed");
        Install(root);
        Assert.That(Installed(root), Is.Not.Empty);
        Dpkg(root, "-P", "snic");
        Assert.That(Installed(root), Is.Empty);
    }

    private static IEnumerable<string> Installed(string root) => Directory
        .EnumerateFiles(root, "*", SearchOption.AllDirectories)
        .Where(f => !f.Contains("/var/lib/dpkg/", StringComparison.Ordinal));

    private static string Run(string program, params IEnumerable<string> arguments) =>
        Tool.MustPass(Limit, program, arguments);

    private static void Dpkg(string root, params IEnumerable<string> arguments) =>
        Tool.MustPass(Limit, "dpkg", ["--root=" + root, "--force-script-chrootless",
            "--force-depends", "--force-not-root", .. arguments]);

    private void Install(string root)
    {
        foreach (string part in (string[])["info", "updates", "triggers"])
        {
            Directory.CreateDirectory(Path.Combine(root, "var/lib/dpkg", part));
        }

        File.WriteAllText(Path.Combine(root, "var/lib/dpkg/status"), "");
        Dpkg(root, "-i", _package);
    }
}

using System.Text.RegularExpressions;

namespace SmartNic.Sim.Tests.Waves;

/// <summary>
/// What a block does, clock by clock, as its README shows it: `hw/BLOCK/test/wave.sv` in a
/// simulator that knows unknown values. A change of the block is a difference to be read;
/// SNIC_APPROVE=1 takes it over.
/// </summary>
public sealed partial class WaveTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private static IEnumerable<string> Blocks => Directory
        .EnumerateDirectories(Checkout.At("hw"))
        .Where(folder => Directory.Exists(Path.Combine(folder, "rtl")))
        .Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal);

    [OneTimeSetUp]
    public void NeedsIcarus() => Tool.Needs("iverilog", "vvp");

    [TestCaseSource(nameof(Blocks))]
    public void TheReadmeShowsWhatTheBlockDoes(string block)
    {
        string readme = Checkout.At("hw", block, "README.md");
        string text = File.ReadAllText(readme);
        string wave = Simulate(block);
        TestContext.Out.WriteLine(wave);
        Assert.That(Fence().Count(text), Is.EqualTo(1), $"{readme}: one block ```wave");
        string shown = Fence().Match(text).Groups[1].Value;
        if (Environment.GetEnvironmentVariable("SNIC_APPROVE") == "1" && shown != wave)
        {
            File.WriteAllText(readme, text.Replace(
                $"```wave\n{shown}```", $"```wave\n{wave}```", StringComparison.Ordinal));
        }
        else
        {
            Assert.That(shown, Is.EqualTo(wave), "SNIC_APPROVE=1 takes it over");
        }
    }

    private static string Simulate(string block)
    {
        var folder = Directory.CreateTempSubdirectory("snic-wave-");
        try
        {
            string[] packages = [.. Copy(folder.FullName).Order(StringComparer.Ordinal)];
            Tool.MustPassIn(folder.FullName, Limit, "iverilog", [
                "-g2012", "-Y", ".sv", "-Y", ".v", "-y", ".", "-I", ".", "-s", "wave",
                "-o", "wave.vvp", .. packages, Checkout.At("hw", block, "test", "wave.sv")]);
            Tool.MustPassIn(folder.FullName, Limit, "vvp", "-n", "wave.vvp");
            return WaveText.Draw(ValueChanges.Read(
                File.ReadLines(Path.Combine(folder.FullName, "dump.vcd"))));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>
    /// The RTL in one folder, in words that Icarus Verilog 11 knows: it has no elaboration tasks,
    /// and takes a port that is '1 for one bit.
    /// </summary>
    /// <returns>Names of the packages, which come first.</returns>
    private static List<string> Copy(string to)
    {
        List<string> packages = [];
        foreach (string file in Directory.EnumerateFiles(
            Checkout.At("hw"), "*.*v*", SearchOption.AllDirectories)
            .Where(f => Path.GetDirectoryName(f)!.Contains("/rtl", StringComparison.Ordinal)))
        {
            string name = Path.GetFileName(file), text = File.ReadAllText(file);
            text = Elaboration().Replace(text, "$1initial $$error(");
            File.WriteAllText(
                Path.Combine(to, name), Ones().Replace(text, "({512{1'b1}})"));
            if (name.EndsWith("_pkg.sv", StringComparison.Ordinal))
            {
                packages.Add(name);
            }
        }

        return packages;
    }

    [GeneratedRegex("```wave\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^( +)\$error\(", RegexOptions.Multiline)]
    private static partial Regex Elaboration();

    [GeneratedRegex(@"(?<=\.\w+ *)\('1\)")]
    private static partial Regex Ones();
}

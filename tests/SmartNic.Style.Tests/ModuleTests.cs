using System.Text.RegularExpressions;
using NUnit.Framework;

namespace SmartNic.Style.Tests;

/// <summary>Module = file = snic_ prefix; every block of hw/ has the same anatomy.</summary>
public sealed partial class ModuleTests
{
    private static IEnumerable<string> Modules => Repository.Files.Where(f =>
        f.StartsWith("hw/", StringComparison.Ordinal)
        && f.Contains("/rtl/", StringComparison.Ordinal)
        && Path.GetExtension(f) is ".sv" or ".v");

    [Test]
    public void AModuleIsNamedAsItsFile()
    {
        // Corundum names its application block; a compiled kernel's file also holds its step
        // functions, named after it.
        var bad = from file in Modules
                  let name = Path.GetFileNameWithoutExtension(file)
                  from Match m in Declaration().Matches(Repository.Read(file))
                  where !m.Groups[1].Value.StartsWith(name, StringComparison.Ordinal)
                      || !(name.StartsWith("snic_", StringComparison.Ordinal)
                          || file == "hw/corundum/rtl/mqnic_app_block.sv")
                  select $"{file}: module {m.Groups[1].Value}";
        Assert.That(bad, Is.Empty);
    }

    [Test]
    public void EveryBlockHasAReadme()
    {
        var blocks = Modules.Select(f => string.Join('/', f.Split('/').Take(2))).Distinct();
        Assert.That(blocks.Where(b => !Repository.Files.Contains($"{b}/README.md")), Is.Empty);
    }

    [GeneratedRegex(@"^\s*module\s+(\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();
}

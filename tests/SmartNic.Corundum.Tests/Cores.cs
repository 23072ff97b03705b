using System.Globalization;

namespace SmartNic.Corundum.Tests;

/// <summary>What Corundum's cores pass to the block: hw/corundum/test/cores.txt.</summary>
internal static class Cores
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private static readonly Dictionary<string, Dictionary<string, int>> All =
        Tool.MustPass(Limit, "sh", "hw/corundum/test/core.sh", "--all")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' '))
            .ToDictionary(words => words[0], words => words[1..].Select(Option).ToDictionary());

    /// <summary>Their names.</summary>
    public static IEnumerable<string> Names => All.Keys;

    /// <summary>Parameters of a core.</summary>
    public static Dictionary<string, int> Parameters(string core) => new(All[core]);

    // -GNAME=VALUE
    private static KeyValuePair<string, int> Option(string text)
    {
        string[] parts = text[2..].Split('=');
        return new(parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}

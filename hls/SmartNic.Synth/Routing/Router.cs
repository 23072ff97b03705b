using System.Globalization;
using System.Text.Json;
using SmartNic.Hls;
using SmartNic.Hls.Prove;

namespace SmartNic.Synth.Routing;

/// <summary>Maps and routes the logic of a clock for an iCE40 HX8K, the largest device that
/// Debian's tools can route.</summary>
/// <param name="Folder">Where benches, netlists and reports go.</param>
internal sealed record Router(string Folder)
{
    /// <summary>LUTs of the device, each with a register.</summary>
    public const int Cells = 7680;

    /// <summary>Seeds of the placer; the path in the middle counts.</summary>
    public static readonly IReadOnlyList<int> Seeds = [1, 2, 3];

    /// <summary>Processor time for a seed. What routes takes a tenth; what is too dense for the
    /// device's wires would be ripped up for an hour.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    /// <summary>Processor time for mapping: what takes longer does not fit either.</summary>
    private static readonly TimeSpan MapLimit = TimeSpan.FromMinutes(3);

    /// <summary>The longest path, or null where the logic does not fit or has no route; kept, so
    /// that the same logic is routed once.</summary>
    /// <param name="logic">Logic of a clock.</param>
    /// <exception cref="InvalidOperationException">A tool failed.</exception>
    /// <exception cref="System.ComponentModel.Win32Exception">A tool is missing.</exception>
    public RoutedPath? Route(Design logic)
    {
        Directory.CreateDirectory(Folder);
        string name = logic.Name, text = RoutingBench.Text(logic);
        var kept = KeptRoute.Read(Path.Combine(Folder, $"{name}.kept"),
            $"{text}{string.Join(',', Seeds)} {Limit} {string.Join(' ', Command("", "", 0))}");
        if (!kept.IsThere)
        {
            kept.Write(RouteText(name, text));
        }

        return kept.Path;
    }

    private RoutedPath? RouteText(string name, string text)
    {
        File.WriteAllText(Path.Combine(Folder, $"{name}.v"), text);
        string? mapped = ExternalTool.RunWithin(MapLimit, Folder, "yosys", "-q", "-l",
            $"{name}.log", "-p",
            $"read_verilog -sv {name}.v; synth_ice40 -top {RoutingBench.Top} -json {name}.json");
        var paths = new List<RoutedPath>();
        foreach (int seed in mapped != null && Fits(name) ? Seeds : [])
        {
            if (Route(name, seed) is not { } path)
            {
                return null;
            }

            paths.Add(path);
        }

        return paths.OrderBy(p => p.Ns).ElementAtOrDefault(Seeds.Count / 2);
    }

    private RoutedPath? Route(string name, int seed)
    {
        string report = $"{name}.{seed}.report";
        string? log = ExternalTool.RunWithin(
            Limit, Folder, "nextpnr-ice40", [.. Command(name, report, seed)]);
        return log == null ? null
            : RoutedPath.Read(File.ReadAllText(Path.Combine(Folder, report)));
    }

    private static IEnumerable<string> Command(string name, string report, int seed) =>
    [
        "-q", "--hx8k", "--package", "ct256", "--json", $"{name}.json",
        "--freq", "400", "--timing-allow-fail",
        "--seed", seed.ToString(CultureInfo.InvariantCulture), "--report", report,
    ];

    /// <summary>Whether the cells are there; a register shares one with its LUT, if it has
    /// one.</summary>
    private bool Fits(string name)
    {
        using var netlist = JsonDocument.Parse(
            File.ReadAllBytes(Path.Combine(Folder, $"{name}.json")));
        var types = netlist.RootElement.GetProperty("modules").GetProperty(RoutingBench.Top)
            .GetProperty("cells").EnumerateObject()
            .Select(c => c.Value.GetProperty("type").GetString()!).ToList();
        int luts = types.Count(t => t == "SB_LUT4");
        int carries = types.Count(t => t == "SB_CARRY");
        int registers = types.Count(t => t.StartsWith("SB_DFF", StringComparison.Ordinal));
        return Math.Max(luts, carries) + registers <= Cells;
    }
}

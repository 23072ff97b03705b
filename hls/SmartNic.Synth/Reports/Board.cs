namespace SmartNic.Synth.Reports;

/// <summary>What the device of a board has. All are UltraScale+: mapped as family xcup.</summary>
/// <param name="Name">Name for `--board`.</param>
/// <param name="Device">The device.</param>
/// <param name="Source">Data sheet.</param>
/// <param name="Lut">CLB LUTs.</param>
/// <param name="FlipFlop">CLB flip-flops.</param>
/// <param name="BlockRam36">Block RAMs of 36 kbit.</param>
/// <param name="UltraRam">UltraRAMs of 288 kbit.</param>
/// <param name="Dsp">DSP slices.</param>
public sealed record Board(
    string Name, string Device, string Source, int Lut, int FlipFlop, int BlockRam36, int UltraRam,
    int Dsp)
{
    /// <summary>Boards that Corundum builds for with these devices.</summary>
    public static IReadOnlyList<Board> All { get; } =
    [
        new("u50", "XCU50", "DS965", 871_680, 1_743_360, 1344, 640, 5952),
        new("u55n", "XCU55N", "DS890 (VU35P)", 871_680, 1_743_360, 1344, 640, 5952),
        new("u200", "XCU200", "DS962", 1_182_240, 2_364_480, 2160, 960, 6840),
        new("u250", "XCU250", "DS962", 1_728_000, 3_456_000, 2688, 1280, 12_288),
        new("u280", "XCU280", "DS963", 1_303_680, 2_607_360, 2016, 960, 9024),
        new("vcu118", "XCVU9P", "DS890", 1_182_240, 2_364_480, 2160, 960, 6840),
    ];

    /// <summary>Boards by name; all of them for `all`.</summary>
    /// <param name="names">Names, in any case.</param>
    /// <exception cref="ArgumentException">A board is not known.</exception>
    public static IReadOnlyList<Board> Of(IReadOnlyCollection<string> names)
    {
        if (names.Contains("all", StringComparer.OrdinalIgnoreCase))
        {
            return All;
        }

        Board Find(string name) =>
            All.FirstOrDefault(b => b.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException($"no board {name}: there are "
                + $"{string.Join(", ", All.Select(b => b.Name))}, or all");
        return [.. names.Select(Find)];
    }
}

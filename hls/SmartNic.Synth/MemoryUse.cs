using System.Globalization;
using System.Text.RegularExpressions;
using SmartNic.Synth.Blocks;

namespace SmartNic.Synth;

/// <summary>Memories of a module, mapped without the rest of it: some minutes sooner.</summary>
/// <param name="BlockRam36">Block RAMs of 36 kbit; one of 18 kbit is a half.</param>
/// <param name="UltraRam">UltraRAMs of 288 kbit.</param>
public sealed partial record MemoryUse(double BlockRam36, int UltraRam)
{
    /// <summary>Maps the memories of a module.</summary>
    /// <param name="yosys">The mapper.</param>
    /// <param name="job">The module.</param>
    /// <param name="cancellation">Ends the mapper.</param>
    /// <exception cref="YosysException">It cannot be mapped.</exception>
    public static async Task<MemoryUse> OfAsync(
        Yosys yosys, SynthJob job, CancellationToken cancellation = default) =>
        Read(await File.ReadAllLinesAsync(
            await yosys.MapMemoriesAsync(job, cancellation), cancellation));

    /// <summary>Reads what Yosys' <c>stat</c> printed: its last section is the whole.</summary>
    /// <param name="lines">Its lines.</param>
    internal static MemoryUse Read(IEnumerable<string> lines)
    {
        double blocks = 0;
        int ultra = 0;
        foreach (string line in lines)
        {
            Match match = Count().Match(line);
            if (line.StartsWith("===", StringComparison.Ordinal))
            {
                (blocks, ultra) = (0, 0);
            }
            else if (match.Success)
            {
                int count = int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture);
                blocks += match.Groups[1].Value switch
                {
                    "RAMB36E2" => count,
                    "RAMB18E2" => .5 * count,
                    _ => 0,
                };
                ultra += match.Groups[1].Value == "URAM288" ? count : 0;
            }
        }

        return new MemoryUse(blocks, ultra);
    }

    [GeneratedRegex(@"^\s+(RAMB36E2|RAMB18E2|URAM288)\s+(\d+)\s*$")]
    private static partial Regex Count();
}

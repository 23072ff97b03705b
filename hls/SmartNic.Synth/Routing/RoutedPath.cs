using System.Text.Json;

namespace SmartNic.Synth.Routing;

/// <summary>The longest path between the registers around a clock's logic, routed.</summary>
/// <param name="Ns">Clock to output, logic, routing and setup.</param>
/// <param name="Levels">LUTs passed; a carry chain is one with the LUT that it ends in.</param>
/// <param name="CarryBits">Bits of all chains passed.</param>
internal sealed record RoutedPath(double Ns, int Levels, int CarryBits)
{
    /// <summary>Reads the report of nextpnr.</summary>
    /// <param name="json">Its text.</param>
    /// <exception cref="InvalidDataException">It has no path of the bench's clock.</exception>
    public static RoutedPath Read(string json)
    {
        using var report = JsonDocument.Parse(json);
        string clock = $"posedge {RoutingBench.Clock}$";
        foreach (JsonElement path in report.RootElement.GetProperty("critical_paths")
            .EnumerateArray())
        {
            if (Text(path, "from").StartsWith(clock, StringComparison.Ordinal)
                && Text(path, "to").StartsWith(clock, StringComparison.Ordinal))
            {
                return Of([.. path.GetProperty("path").EnumerateArray()]);
            }
        }

        throw new InvalidDataException($"nextpnr reports no path of {RoutingBench.Clock}");
    }

    private static RoutedPath Of(JsonElement[] steps)
    {
        bool Goes(JsonElement step, string to) => Text(step, "type") == "logic"
            && Text(step.GetProperty("to"), "port") == to;
        // The last LUT is in the cell of the register: its delay is the setup.
        return new(
            Math.Round(steps.Sum(s => s.GetProperty("delay").GetDouble()), 2),
            steps.Count(s => Goes(s, "O")) + 1,
            steps.Count(s => Goes(s, "COUT")));
    }

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
}

using System.Text;
using System.Text.Json;

namespace SmartNic.Corundum.Tests;

/// <summary>One port as a tool elaborated it.</summary>
internal readonly record struct Port(string Direction, int Width);

/// <summary>What a tool sees of a module: its ports at given parameters.</summary>
internal static class Contract
{
    private const string Module = "mqnic_app_block";

    public static string[] Lines { get; } = File
        .ReadAllLines(Path.Combine(Checkout.Root, "hw/corundum/contract.txt"))
        .Where(l => l.Length > 0 && !l.StartsWith('#')).ToArray();

    public static string Source { get; } =
        Path.Combine(Checkout.Root, "hw/corundum/rtl/mqnic_app_block.sv");

    /// <summary>Names of the parameters, in order.</summary>
    public static IReadOnlyList<string> Parameters { get; } = Lines
        .Where(l => l.StartsWith("parameter ", StringComparison.Ordinal))
        .Select(l => l.Split(' ')[1]).ToArray();

    /// <summary>An empty module with the parameters and ports of these contract lines.</summary>
    public static string Stub(IEnumerable<string> lines)
    {
        var parameters = new List<string>();
        var ports = new List<string>();
        foreach (string line in lines)
        {
            string[] words = line.Split(' ', 3);
            if (words[0] == "parameter")
            {
                parameters.Add(line);
            }
            else
            {
                string width = words[2].Trim('[', ']');
                ports.Add($"{words[0]} wire [({width})-1:0] {words[1]}");
            }
        }

        return new StringBuilder().AppendLine($"module {Module} #(")
            .AppendJoin(",\n", parameters).AppendLine(") (")
            .AppendJoin(",\n", ports).AppendLine(");").AppendLine("endmodule").ToString();
    }

    /// <summary>Ports of a file's module at parameter values; its inside is a black box.</summary>
    public static IReadOnlyDictionary<string, Port> Ports(
        string file, IReadOnlyDictionary<string, int> values)
    {
        string json = Path.GetTempFileName();
        try
        {
            string set = string.Concat(values.Select(v => $" -chparam {v.Key} {v.Value}"));
            Tool.MustPass(TimeSpan.FromMinutes(1), "yosys", "-q", "-p",
                $"read_verilog -sv -defer {file}; hierarchy -top {Module}{set}; proc; "
                + $"write_json {json}");
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(json));
            JsonElement module = document.RootElement.GetProperty("modules").EnumerateObject()
                .Single(m => m.Value.GetProperty("attributes").TryGetProperty("top", out _)).Value;
            return module.GetProperty("ports").EnumerateObject().ToDictionary(
                p => p.Name,
                p => new Port(p.Value.GetProperty("direction").GetString()!,
                    p.Value.GetProperty("bits").GetArrayLength()));
        }
        finally
        {
            File.Delete(json);
        }
    }
}

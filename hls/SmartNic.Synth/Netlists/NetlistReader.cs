using System.Text.Json;

namespace SmartNic.Synth.Netlists;

/// <summary>Reads the JSON that Yosys's `json` command writes.</summary>
public static class NetlistReader
{
    /// <summary>Reads one module of a file.</summary>
    /// <param name="path">File written by Yosys.</param>
    /// <param name="module">Name of the module.</param>
    /// <returns>The module.</returns>
    /// <exception cref="NetlistException">The file has no such module.</exception>
    public static Netlist Read(string path, string module)
    {
        using FileStream stream = File.OpenRead(path);
        using JsonDocument document = JsonDocument.Parse(stream);
        if (!document.RootElement.GetProperty("modules").TryGetProperty(module, out var root))
        {
            throw new NetlistException($"{path}: no module {module}");
        }

        return new Netlist
        {
            Name = module,
            Ports = Entries(root, "ports")
                .Select(p => new Pin(p.Name, IsOutput(p.Value.GetProperty("direction")),
                    Bits(p.Value.GetProperty("bits"))))
                .ToArray(),
            Cells = Entries(root, "cells").Select(ReadCell).ToArray(),
            Names = NetNames.Of(Entries(root, "netnames")
                .Select(n => new NetName(n.Name, Bits(n.Value.GetProperty("bits")),
                    Integer(n.Value, "offset"), Integer(n.Value, "hide_name") != 0))),
        };
    }

    private static Cell ReadCell(JsonProperty cell)
    {
        var directions = cell.Value.GetProperty("port_directions");
        var pins = Entries(cell.Value, "connections").Select(c => new Pin(
            c.Name, IsOutput(directions.GetProperty(c.Name)), Bits(c.Value)));
        var parameters = Entries(cell.Value, "parameters")
            .ToDictionary(p => p.Name, p => p.Value.ToString());
        return new Cell(cell.Name, cell.Value.GetProperty("type").GetString()!, parameters,
            pins.ToArray(), Source(cell.Value));
    }

    /// <summary>`FILE:LINE` of the project's own text, not of Yosys's techmap files.</summary>
    private static string Source(JsonElement cell)
    {
        string text = cell.TryGetProperty("attributes", out var attributes)
            && attributes.TryGetProperty("src", out var src) ? src.ToString() : "";
        string? own = text.Split('|')
            .FirstOrDefault(s => !s.Contains("/share/yosys/", StringComparison.Ordinal));
        return own == null ? "" : Path.GetFileName(own).Split('.', '-') is [var file, var ext, ..]
            ? $"{file}.{ext}" : own;
    }

    private static JsonElement.ObjectEnumerator Entries(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var found) ? found.EnumerateObject() : default;

    private static bool IsOutput(JsonElement direction) => direction.GetString() == "output";

    private static int Integer(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var found) ? found.GetInt32() : 0;

    private static int[] Bits(JsonElement bits) => bits.EnumerateArray()
        .Select(b => b.ValueKind == JsonValueKind.Number ? b.GetInt32() : -1)
        .ToArray();
}

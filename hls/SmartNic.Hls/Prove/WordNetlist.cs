using System.Text.Json;

namespace SmartNic.Hls.Prove;

/// <summary>
/// A flat module as Yosys writes it (<c>write_json</c> after <c>proc; flatten</c>), brought to
/// gates cell by cell, registers transparent. Adders are ripple-carry and comparisons the carry
/// of a difference, so that a sum and its split halves share their carries as the same gates.
/// What a cell means is Yosys' (its manual, chapter 5); tests hold it against Yosys' own mapping.
/// </summary>
internal sealed class WordNetlist
{
    /// <summary>A cell, or a single bit of one that works bit by bit: a shift register is one
    /// cell, which only bit by bit is no loop.</summary>
    private readonly record struct Part(string Cell, int Bit);

    private const int All = -1;

    private readonly WordGates _gates;
    private readonly Dictionary<int, int> _literals = [];
    private readonly Dictionary<int, Part> _drivers = [];
    private readonly Dictionary<string, JsonElement> _cells = [];
    private readonly Stack<(Part Part, bool Ready)> _open = new();
    private readonly HashSet<Part> _entered = [];

    private WordNetlist(Aig graph, JsonElement module)
    {
        _gates = new(graph);
        var ports = module.GetProperty("ports");
        int at = 0;
        foreach (var port in ports.EnumerateObject())
        {
            if (port.Value.GetProperty("direction").GetString() != "input") continue;
            foreach (var bit in port.Value.GetProperty("bits").EnumerateArray())
                _literals[bit.GetInt32()] = 2 * ++at;
        }
        if (at != graph.Inputs) throw new InvalidOperationException(
            $"the module has {at} input bits, the comparison {graph.Inputs}");
        foreach (var cell in module.GetProperty("cells").EnumerateObject())
        {
            _cells[cell.Name] = cell.Value;
            int i = 0;
            bool bitwise = IsBitwise(cell.Value);
            foreach (var bit in Pin(cell.Value, Output(cell.Value)).EnumerateArray())
                _drivers[bit.GetInt32()] = new(cell.Name, bitwise ? i++ : All);
        }
    }

    /// <summary>Adds a module's gates to a graph over the same input bits; returns its output bits,
    /// the lowest first.</summary>
    /// <param name="graph">Where they go.</param>
    /// <param name="path">The file.</param>
    /// <param name="top">The module.</param>
    /// <exception cref="InvalidOperationException">A cell has no meaning here, or a bit no
    /// driver: such a text is not proved.</exception>
    public static int[] Read(Aig graph, string path, string top)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        var module = json.RootElement.GetProperty("modules").GetProperty(top);
        var netlist = new WordNetlist(graph, module);
        var outputs = new List<int>();
        foreach (var port in module.GetProperty("ports").EnumerateObject())
            if (port.Value.GetProperty("direction").GetString() == "output")
                outputs.AddRange(netlist.Literals(port.Value.GetProperty("bits")));
        return [.. outputs];
    }

    /// <summary>Literals of bits, after what drives them: depth first, without recursion.</summary>
    private int[] Literals(JsonElement bits)
    {
        Need(bits, All);
        while (_open.TryPop(out var next))
        {
            var (name, bit) = next.Part;
            var cell = _cells[name];
            if (next.Ready)
            {
                Lower(cell, bit);
            }
            else if (_entered.Add(next.Part))
            {
                _open.Push((next.Part, true));
                string output = Output(cell);
                foreach (var pin in cell.GetProperty("connections").EnumerateObject())
                    if (pin.Name != output && pin.Name != "CLK")
                        Need(pin.Value, pin.Name == "S" ? All : bit);
            }
        }
        return Known(bits, All);
    }

    private void Need(JsonElement bits, int index)
    {
        IEnumerable<JsonElement> needed = index == All ? bits.EnumerateArray() : [bits[index]];
        foreach (var bit in needed)
            if (bit.ValueKind == JsonValueKind.Number && !_literals.ContainsKey(bit.GetInt32())
                && _drivers.TryGetValue(bit.GetInt32(), out var driver))
                _open.Push((driver, false));
    }

    private int[] Known(JsonElement bits, int index) => index == All
        ? [.. bits.EnumerateArray().Select(b => Known(b))] : [Known(bits[index])];

    private int Known(JsonElement bit) => bit.ValueKind == JsonValueKind.Number
        ? _literals.TryGetValue(bit.GetInt32(), out int literal) ? literal
            : throw new InvalidOperationException($"net {bit} has no driver, or is in a loop")
        : bit.GetString() is "0" ? 0 : bit.GetString() is "1" ? 1
            : throw new InvalidOperationException($"a bit is undefined ({bit})");

    private void Lower(JsonElement cell, int bit)
    {
        string type = cell.GetProperty("type").GetString()!;
        var result = Pin(cell, Output(cell));
        int[] Input(string name) => Known(Pin(cell, name), name == "S" ? All : bit);
        int width = bit == All ? result.GetArrayLength() : 1;
        int[] value = type == "$dff" ? Input("D")
            : _gates.Lower(new(type, Input, name => Number(cell, name), width));
        for (int i = 0; i < width; i++)
            _literals[result[bit == All ? i : bit].GetInt32()] = value[i];
    }

    private static bool IsBitwise(JsonElement cell)
    {
        string[] inputs = cell.GetProperty("type").GetString() switch
        {
            "$dff" => ["D"],
            "$not" => ["A"],
            "$mux" or "$and" or "$or" or "$xor" => ["A", "B"],
            _ => [],
        };
        int width = Pin(cell, Output(cell)).GetArrayLength();
        return inputs.Length > 0 && inputs.All(i => Pin(cell, i).GetArrayLength() == width);
    }

    private static JsonElement Pin(JsonElement cell, string name) =>
        cell.GetProperty("connections").GetProperty(name);

    private static string Output(JsonElement cell) =>
        cell.GetProperty("type").GetString() == "$dff" ? "Q" : "Y";

    private static int Number(JsonElement cell, string name) =>
        cell.GetProperty("parameters").TryGetProperty(name, out var value)
            ? value.ValueKind == JsonValueKind.Number ? value.GetInt32()
                : Convert.ToInt32(value.GetString(), 2) : 0;
}

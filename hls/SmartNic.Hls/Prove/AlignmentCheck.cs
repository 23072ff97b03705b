using System.Diagnostics;
using System.Text.Json;
using SmartNic.Hls.Emit;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Prove;

/// <summary>
/// Linear walk over the netlist of each emitted module: at every cell all inputs come from the same
/// clock, so every path from input to output crosses exactly LATENCY registers, and every
/// memory and product accounts for its own clocks. Between the modules the contracts of the stages
/// say which clock is meant; both sides are held against them.
/// </summary>
internal sealed class AlignmentCheck
{
    private readonly Dictionary<int, int> _clock = [];
    private readonly Dictionary<int, JsonElement> _drivers = [];
    private readonly ProvedModule _part;
    private readonly JsonElement _ports;

    private AlignmentCheck(ProvedModule part, JsonElement module)
    {
        _part = part;
        _ports = module.GetProperty("ports");
        foreach (var cell in module.GetProperty("cells").EnumerateObject())
            foreach (var bit in Bits(cell.Value.GetProperty("connections")
                .GetProperty(OutputPin(cell.Value)))) _drivers[bit] = cell.Value;
    }

    /// <summary>Checks all modules of a kernel.</summary>
    public static ProofResult Run(CompiledKernel kernel, string folder)
    {
        var watch = Stopwatch.StartNew();
        string? error = null;
        foreach (var part in ProvedModule.Of(kernel))
        {
            if (error != null || part.Text == null) continue;
            File.WriteAllText(Path.Combine(folder, "aligned.v"), part.Text);
            ExternalTool.Run(folder, "yosys", "-q", "-p", $"read_verilog aligned.v; hierarchy "
                + $"-top {part.Name}; proc; flatten; write_json aligned.json");
            using var json = JsonDocument.Parse(
                File.ReadAllText(Path.Combine(folder, "aligned.json")));
            error = new AlignmentCheck(part,
                json.RootElement.GetProperty("modules").GetProperty(part.Name)).Check();
        }
        return new($"{kernel.Name}: every path crosses {kernel.Latency} registers", error == null,
            error ?? "aligned", watch.ElapsedMilliseconds);
    }

    private string? Check()
    {
        foreach (var (port, clock) in _part.Given) Set(port, clock);
        try
        {
            foreach (var call in _part.Calls) Pass(call);
            foreach (var (port, clock) in _part.Handed) Expect(port, clock);
            return null;
        }
        catch (InvalidOperationException misaligned)
        {
            return $"{_part.Name}: {misaligned.Message}";
        }
    }

    /// <summary>A call's arguments meet in one clock; its result is there a known time
    /// later.</summary>
    private void Pass(Node call)
    {
        var site = call.Site!;
        string[] arguments;
        string result;
        if (site.Kind == CallKind.Product)
        {
            string name = _part.Products.First(p => p.Key == site.Key).Name;
            (arguments, result) = ([$"prove_{name}_a", $"prove_{name}_b"], $"prove_{name}_p");
        }
        else if (site.Kind == CallKind.Read)
        {
            (arguments, result) = ([$"{site.Name}_rd_addr"], $"{site.Name}_rd_data");
        }
        else
        {
            (arguments, result) = ([$"{site.Name}_valid", $"{site.Name}_addr", $"{site.Name}_arg"],
                $"{site.Name}_result");
        }
        var clocks = arguments.Select(ClockOfPort).Where(s => s != null).Distinct().ToList();
        if (clocks.Count > 1) throw new InvalidOperationException(
            $"arguments of {site.Name} meet late");
        // Constants have no clock: they are there when the call is made, and those of a memory
        // wait in a register.
        int there = _part.Issue(call) + (site.Kind == CallKind.Product ? 0 : 1);
        Set(result, (clocks.Count == 0 ? there : clocks[0]!.Value) + site.Latency);
    }

    private void Set(string port, int clock)
    {
        foreach (int bit in Bits(_ports.GetProperty(port).GetProperty("bits"))) _clock[bit] = clock;
    }

    private void Expect(string port, int clock)
    {
        if (ClockOfPort(port) is { } found && found != clock)
            throw new InvalidOperationException(
                $"{port} leaves after {found} registers, not {clock}");
    }

    private int? ClockOfPort(string port)
    {
        int? clock = null;
        foreach (int bit in Bits(_ports.GetProperty(port).GetProperty("bits")))
            clock = Meet(clock, ClockOf(bit), port);
        return clock;
    }

    private const int Anywhere = -1;

    /// <summary>Clock of a bit; null for what is constant or only the reset.</summary>
    private int? ClockOf(int bit)
    {
        if (_clock.TryGetValue(bit, out int known)) return known == Anywhere ? null : known;
        if (!_drivers.TryGetValue(bit, out var cell))
        {
            _clock[bit] = Anywhere;
            return null;
        }
        _clock[bit] = Anywhere;
        bool register = cell.GetProperty("type").GetString() == "$dff";
        string output = OutputPin(cell);
        var outputs = Bits(cell.GetProperty("connections").GetProperty(output)).ToList();
        int? clock = null;
        foreach (var pin in cell.GetProperty("connections").EnumerateObject())
        {
            if (pin.Name == output || pin.Name == "CLK") continue;
            var bits = Bits(pin.Value).ToList();
            // A register is bit by bit; so is the reset mux of the valid chain.
            bool bitwise = bits.Count == outputs.Count && (register || IsBitwise(cell));
            foreach (int b in bitwise ? [bits[outputs.IndexOf(bit)]] : bits)
                clock = Meet(clock, ClockOf(b), cell.GetProperty("type").GetString()!);
        }
        if (register && clock != null) clock++;
        _clock[bit] = clock ?? Anywhere;
        return clock;
    }

    private static bool IsBitwise(JsonElement cell) => cell.GetProperty("type").GetString()
        is "$mux" or "$and" or "$or" or "$xor" or "$not";

    private static int? Meet(int? a, int? b, string where) => a == null ? b : b == null || a == b
        ? a
        : throw new InvalidOperationException($"clocks {a} and {b} meet at {where}");

    private static string OutputPin(JsonElement cell) =>
        cell.GetProperty("type").GetString() == "$dff" ? "Q" : "Y";

    /// <summary>Bits of a connection; constants stand as -1 and have no clock.</summary>
    private static IEnumerable<int> Bits(JsonElement bits) => bits.EnumerateArray()
        .Select(b => b.ValueKind == JsonValueKind.Number ? b.GetInt32() : -1);
}

namespace SmartNic.Synth.Netlists;

/// <summary>A pin of a cell.</summary>
/// <param name="Name">Name in the vendor's cell library.</param>
/// <param name="IsOutput">Driven by the cell.</param>
/// <param name="Bits">Nets, least significant first; -1 for a constant.</param>
public sealed record Pin(string Name, bool IsOutput, int[] Bits);

/// <summary>A primitive of the device.</summary>
/// <param name="Name">Instance name.</param>
/// <param name="Type">Primitive, as FDRE or LUT6.</param>
/// <param name="Parameters">Parameters as Yosys writes them: binary digits or text.</param>
/// <param name="Pins">All connected pins.</param>
/// <param name="Source">File and line it came from; empty where Yosys does not know.</param>
public sealed record Cell(
    string Name,
    string Type,
    IReadOnlyDictionary<string, string> Parameters,
    IReadOnlyList<Pin> Pins,
    string Source = "")
{
    /// <summary>The pin's nets; empty where it is not connected.</summary>
    /// <param name="name">Name of the pin.</param>
    public int[] Bits(string name) => Pins.FirstOrDefault(p => p.Name == name)?.Bits ?? [];
}

/// <summary>A mapped module: primitives and the nets between them.</summary>
public sealed class Netlist
{
    /// <summary>Name of the module.</summary>
    public required string Name { get; init; }

    /// <summary>Ports of the module; `IsOutput` is the direction of the port.</summary>
    public required IReadOnlyList<Pin> Ports { get; init; }

    /// <summary>Every primitive.</summary>
    public required IReadOnlyList<Cell> Cells { get; init; }

    /// <summary>Source name of a net, with its index where it is a bit of a vector.</summary>
    public required IReadOnlyDictionary<int, string> Names { get; init; }
}

/// <summary>A netlist that cannot be judged: unknown primitive, loop, missing module.</summary>
/// <param name="message">What is wrong, with the names of module and cell.</param>
public sealed class NetlistException(string message) : Exception(message);

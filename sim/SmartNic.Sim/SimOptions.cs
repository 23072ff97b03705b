namespace SmartNic.Sim;

/// <summary>Which simulated board to open.</summary>
public sealed record SimOptions
{
    /// <summary>Width of its streams: 64, 128, 256 or 512.</summary>
    public int DataWidthBits { get; init; } = 512;

    /// <summary>Number of interfaces, 1..8.</summary>
    public int Interfaces { get; init; } = 1;

    /// <summary>Where to write an FST waveform; null for none. Tracing is much slower.</summary>
    public string? TracePath { get; init; }

    /// <summary>
    /// Another top than the gateway (tests of the shim itself); null for the gateway.
    /// </summary>
    internal string? Top { get; init; }

    /// <summary>Folder of the library below <c>build/sim</c>.</summary>
    internal string Variant =>
        $"{(Top is null ? "" : Top + "-")}w{DataWidthBits}-if{Interfaces}"
        + (TracePath is null ? "" : "-trace");

    /// <summary>The command that builds the library.</summary>
    internal string MakeCommand =>
        $"make -f fpga.mk sim W={DataWidthBits} IF={Interfaces}"
        + (TracePath is null ? "" : " TRACE=1")
        + (Top is null ? "" : $" TOP={Top}");
}

namespace SmartNic.Synth.Analysis;

/// <summary>What a primitive is for the area table and for the path search.</summary>
public enum CellKind
{
    /// <summary>Look-up table or inverter.</summary>
    Lut,

    /// <summary>CARRY4 or CARRY8.</summary>
    Carry,

    /// <summary>MUXF7, MUXF8, MUXF9.</summary>
    WideMux,

    /// <summary>Flip-flop.</summary>
    FlipFlop,

    /// <summary>Shift register in a LUT.</summary>
    ShiftRegister,

    /// <summary>Memory in LUTs: written with the clock, read without.</summary>
    LutRam,

    /// <summary>Block RAM.</summary>
    BlockRam,

    /// <summary>UltraRAM.</summary>
    UltraRam,

    /// <summary>DSP slice.</summary>
    Dsp,

    /// <summary>Clock or I/O buffer.</summary>
    Buffer,
}

/// <summary>The primitives of Xilinx devices that Yosys 0.23 emits.</summary>
public static class CellKinds
{
    /// <summary>The kind of a primitive.</summary>
    /// <param name="type">Name of the primitive.</param>
    /// <returns>Its kind, or null where it is unknown; latches are, on purpose.</returns>
    public static CellKind? Of(string type) => type switch
    {
        "INV" or "LUT1" or "LUT2" or "LUT3" or "LUT4" or "LUT5" or "LUT6" or "LUT6_2"
            => CellKind.Lut,
        "CARRY4" or "CARRY8" => CellKind.Carry,
        "MUXF7" or "MUXF8" or "MUXF9" => CellKind.WideMux,
        "FDRE" or "FDSE" or "FDCE" or "FDPE" => CellKind.FlipFlop,
        "SRL16E" or "SRLC16E" or "SRLC32E" => CellKind.ShiftRegister,
        "RAMB18E1" or "RAMB18E2" or "RAMB36E1" or "RAMB36E2" => CellKind.BlockRam,
        "URAM288" => CellKind.UltraRam,
        "DSP48E1" or "DSP48E2" => CellKind.Dsp,
        "BUFG" or "BUFGCTRL" or "IBUF" or "OBUF" => CellKind.Buffer,
        _ => LutRamLuts(type) > 0 ? CellKind.LutRam : null,
    };

    /// <summary>LUTs that a distributed memory takes.</summary>
    /// <param name="type">Name of the primitive.</param>
    /// <returns>LUTs; 0 where it is no distributed memory.</returns>
    public static int LutRamLuts(string type) => type switch
    {
        "RAM32X1S" or "RAM64X1S" => 1,
        "RAM32X1D" or "RAM64X1D" or "RAM128X1S" => 2,
        "RAM32M" or "RAM64M" or "RAM128X1D" or "RAM256X1S" => 4,
        "RAM32M16" or "RAM64M8" or "RAM256X1D" or "RAM512X1S" => 8,
        _ => 0,
    };

    /// <summary>Clock pins: no data path ends there.</summary>
    /// <param name="pin">Name of the pin.</param>
    public static bool IsClock(string pin) =>
        pin is "C" or "CLK" or "WCLK" or "CLKARDCLK" or "CLKBWRCLK";
}

namespace SmartNic.Jtag.Mpsse;

/// <summary>
/// Which channel of a cable is JTAG, and how its other pins must stand for the buffers between chip
/// and JTAG pins to be on. Pins 0 to 3 of every channel are TCK, TDI, TDO and TMS (AN_108 2.1).
/// </summary>
/// <param name="Name">For messages.</param>
/// <param name="Product">idProduct.</param>
/// <param name="TextPrefix">Start of the product text; empty for any.</param>
/// <param name="Channel">0 is A.</param>
/// <param name="LowValue">Pins ADBUS7..0 at rest: TMS (bit 3) high.</param>
/// <param name="LowDirection">1 = output; TDO (bit 2) is an input.</param>
/// <param name="HighValue">Pins ACBUS7..0 at rest.</param>
/// <param name="HighDirection">1 = output.</param>
/// <param name="Source">Where the pins are known from.</param>
public sealed record CableProfile(
    string Name, ushort Product, string TextPrefix, int Channel, byte LowValue, byte LowDirection,
    byte HighValue, byte HighDirection, string Source)
{
    private const string Loader = "openFPGALoader src/cable.hpp";

    /// <summary>Cables by product text first, then plain chips.</summary>
    public static IReadOnlyList<CableProfile> All { get; } =
    [
        new("Digilent JTAG-SMT2 (VCU118), HS2", 0x6014, "Digilent", 0, 0xE8, 0xEB, 0x00, 0x60,
            $"{Loader} jtag-smt2-nc; board vcu118 names it"),
        new("Digilent JTAG-SMT4", 0x6011, "Digilent", 0, 0xE8, 0xEB, 0x00, 0x60,
            $"{Loader} jtag-smt4"),
        new("Digilent FT2232H", 0x6010, "Digilent", 0, 0xE8, 0xEB, 0x00, 0x60,
            $"{Loader} digilent"),
        new("Alveo USB port or programming cable DMB-1", 0x6011, "", 0, 0x08, 0x0B, 0x00, 0x00,
            $"{Loader} ft4232; Vivado lists these cables as FT4232H"),
        new("FT2232H", 0x6010, "", 0, 0x08, 0x0B, 0x08, 0x0B, $"{Loader} ft2232"),
        new("FT232H", 0x6014, "", 0, 0x08, 0x0B, 0x08, 0x0B, $"{Loader} ft232"),
    ];
}

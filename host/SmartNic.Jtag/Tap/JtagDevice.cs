using SmartNic.Jtag.Xilinx;

namespace SmartNic.Jtag.Tap;

/// <summary>A part in the chain.</summary>
/// <param name="Position">0 is nearest to TDO.</param>
/// <param name="Idcode">Identification code; null where the part has none.</param>
/// <param name="Part">Which part it is; null where we do not know it.</param>
/// <param name="IrLength">Bits of its instruction register.</param>
public sealed record JtagDevice(int Position, uint? Idcode, XilinxPart? Part, int IrLength)
{
    /// <summary>The part in messages.</summary>
    public override string ToString() => Part is not null
        ? $"{Part.Name} ({Idcode:x8})"
        : Idcode is { } code ? $"unknown part {code:x8}" : "part without identification code";
}

using SmartNic.Flash;

namespace SmartNic.Jtag.Xilinx;

/// <summary>
/// A part as JTAG sees it. Stacked parts have an instruction register of 6 bits per super logic
/// region; the region with the configuration interface has the most significant 6 (BSDL of
/// XC7V2000T and XCVU9P; UG570 "JTAG Instructions for SSI").
/// </summary>
/// <param name="Idcode">Identification code, bits 27:0; <see cref="FpgaPart"/> names it.</param>
/// <param name="Regions">Super logic regions, 1 to 4.</param>
public sealed record XilinxPart(uint Idcode, int Regions)
{
    // In a region that an instruction is not for.
    private const uint NotForThisRegion = 0x24;

    /// <summary>Names that bitstreams have, without package: <c>xcu280</c>.</summary>
    public IReadOnlyList<string> Names { get; } = FpgaPart.Name(Idcode)!.Split('/');

    /// <summary>The names as one.</summary>
    public string Name => string.Join('/', Names);

    /// <summary>Bits of the instruction register.</summary>
    public int IrLength => 6 * Regions;

    /// <summary>An instruction for the whole part.</summary>
    /// <param name="code">Its 6 bits.</param>
    public uint Whole(uint code)
    {
        uint all = 0;
        for (int i = 0; i < Regions; i++)
        {
            all |= code << (6 * i);
        }

        return all;
    }

    /// <summary>An instruction for the region with the configuration interface.</summary>
    /// <param name="code">Its 6 bits.</param>
    public uint First(uint code)
    {
        uint all = code << (6 * (Regions - 1));
        for (int i = 0; i < Regions - 1; i++)
        {
            all |= NotForThisRegion << (6 * i);
        }

        return all;
    }

    /// <summary>
    /// Whether a bitstream's part, as <c>xcu280-fsvh2892-2L-e</c> or <c>7a50tcpg236</c>, is this.
    /// </summary>
    public bool Fits(string bitstreamPart) =>
        Names.Any(name => BaseName(bitstreamPart) is { } found
            && (found == name[2..]
                || (name.StartsWith("xc7", StringComparison.Ordinal)
                    && found.StartsWith(name[2..], StringComparison.Ordinal))));

    private static string BaseName(string part)
    {
        string text = part.ToLowerInvariant();
        text = text.StartsWith("xc", StringComparison.Ordinal) ? text[2..] : text;
        int end = text.IndexOf('-', StringComparison.Ordinal);
        return end < 0 ? text : text[..end];
    }
}

using System.Numerics;
using System.Text;

namespace SmartNic.Hls.Emit;

/// <summary>Text building blocks of the emitters.</summary>
internal static class VerilogText
{
    public const int Columns = 100;

    /// <summary>Words that no name may be.</summary>
    public static readonly HashSet<string> Keywords = [.. ("always and assign automatic begin bit "
        + "buf byte case casex casez cell class clk const default design disable do edge else end "
        + "endcase endfunction endmodule enum event export extern final for force fork forever "
        + "function generate genvar if import in_valid initial inout input int integer interface "
        + "join large library local localparam logic long longint medium module nand negedge new "
        + "nor not null or out_valid output package packed parameter posedge primitive priority "
        + "program property protected pull0 pull1 pure rand real reg release repeat restrict "
        + "return rst scalared sequence shortint signed small solve specify static string strong "
        + "strong0 strong1 struct super supply0 supply1 table tagged task this time type typedef "
        + "union unique unsigned unused use var vectored virtual void wait wand weak while wire "
        + "with within wor xnor xor config endconfig checker global context bins before bind alias "
        + "assert assume cover expect first_match foreach inside iff implies matches modport ref "
        + "randc randomize throughout timeprecision timeunit tri wildcard not1 nets").Split(' ')];

    public static string Range(int width) => width == 1 ? "" : $"[{width - 1}:0] ";

    public static string Literal(BigInteger value, int width)
    {
        string hex = value.ToString("x").TrimStart('0');
        return $"{width}'h{(hex == "" ? "0" : hex)}";
    }

    public static string Bits(string name, int width, int low, int count) =>
        count == width ? name : count == 1 ? $"{name}[{low}]" : $"{name}[{low + count - 1}:{low}]";

    /// <summary>Appends a statement; long ones break at spaces.</summary>
    public static void Line(StringBuilder text, string indent, string line)
    {
        string whole = indent + line;
        if (whole.Length <= Columns)
        {
            text.Append(whole).Append('\n');
            return;
        }
        string rest = indent + line;
        while (rest.Length > Columns)
        {
            int at = rest.LastIndexOf(' ', Columns, Columns - indent.Length - 8);
            if (at < 0) break;
            text.Append(rest.AsSpan(0, at)).Append('\n');
            rest = indent + "    " + rest[(at + 1)..];
        }
        text.Append(rest).Append('\n');
    }
}

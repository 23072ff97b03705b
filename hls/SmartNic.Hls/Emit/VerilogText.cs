using System.Numerics;
using System.Text;

namespace SmartNic.Hls.Emit;

/// <summary>Text building blocks of the emitters.</summary>
internal static class VerilogText
{
    public const int Columns = 100;

    /// <summary>Words that no name may be: those of IEEE 1364-2005 and 1800-2017, for users
    /// simulate the text beside SystemVerilog, and the ports of every kernel.</summary>
    public static readonly HashSet<string> Keywords = [.. (
        "accept_on alias always always_comb always_ff always_latch and assert assign "
        + "assume automatic before begin bind bins binsof bit break buf bufif0 bufif1 "
        + "byte case casex casez cell chandle checker class clk clocking cmos config "
        + "const constraint context continue cover covergroup coverpoint cross "
        + "deassign default defparam design disable dist do edge else end endcase "
        + "endchecker endclass endclocking endconfig endfunction endgenerate endgroup "
        + "endinterface endmodule endpackage endprimitive endprogram endproperty "
        + "endsequence endspecify endtable endtask enum event eventually expect export "
        + "extends extern final first_match for force foreach forever fork forkjoin "
        + "function generate genvar global highz0 highz1 if iff ifnone ignore_bins "
        + "illegal_bins implements implies import in_valid incdir include initial "
        + "inout input inside instance int integer interconnect interface intersect "
        + "join join_any join_none large let liblist library local localparam logic "
        + "long longint macromodule matches medium modport module nand negedge nets "
        + "nettype new nexttime nmos nor noshowcancelled not not1 notif0 notif1 null "
        + "or out_valid output package packed parameter pmos posedge primitive "
        + "priority program property protected pull0 pull1 pulldown pullup "
        + "pulsestyle_ondetect pulsestyle_onevent pure rand randc randcase randomize "
        + "randsequence rcmos real realtime ref reg reject_on release repeat restrict "
        + "return rnmos rpmos rst rtran rtranif0 rtranif1 s_always s_eventually "
        + "s_nexttime s_until s_until_with scalared sequence shortint shortreal "
        + "showcancelled signed small soft solve specify specparam static string "
        + "strong strong0 strong1 struct super supply0 supply1 sync_accept_on "
        + "sync_reject_on table tagged task this throughout time timeprecision "
        + "timeunit tran tranif0 tranif1 tri tri0 tri1 triand trior trireg type "
        + "typedef union unique unique0 unsigned until until_with untyped unused use "
        + "uwire var vectored virtual void wait wait_order wand weak weak0 weak1 while "
        + "wildcard wire with within wor xnor xor")
        .Split(' ')];

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

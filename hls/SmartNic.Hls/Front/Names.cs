using System.Text;

namespace SmartNic.Hls.Front;

/// <summary>C# names to Verilog names.</summary>
internal static class Names
{
    /// <summary>A port name that is no Verilog word, no port of every kernel, and not that of
    /// another value some clocks later.</summary>
    public static string Port(string name) => Emit.SignalNames.Plain(
        Emit.VerilogText.Keywords.Contains(name) ? name + "_x" : name);

    /// <summary>SrcPort to src_port, H0 to h0, innerIp to inner_ip.</summary>
    public static string Snake(string name)
    {
        var text = new StringBuilder();
        for (int i = 0; i < name.Length; i++)
        {
            char c = name[i];
            bool starts = char.IsUpper(c) && i > 0 && name[i - 1] != '_'
                && (!char.IsUpper(name[i - 1])
                    || i + 1 < name.Length && char.IsLower(name[i + 1]));
            if (starts) text.Append('_');
            text.Append(char.IsAsciiLetterOrDigit(c) || c == '_' ? char.ToLowerInvariant(c) : 'x');
        }
        return text.ToString().TrimStart('_') is { Length: > 0 } s
            ? char.IsDigit(s[0]) ? "n" + s : s : "x";
    }
}

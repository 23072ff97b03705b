using SmartNic.Hls.Emit;

namespace SmartNic.Hls.Prove;

/// <summary>
/// Turns the instances of products in an emitted text into ports. Solvers cannot see through
/// multipliers; equal factors give equal products, so it is enough to compare factors.
/// </summary>
internal static class ProductCut
{
    /// <exception cref="InvalidOperationException">An instance is not found in the
    /// text.</exception>
    public static string Apply(string text, IEnumerable<ProductInstance> products)
    {
        foreach (var p in products)
        {
            string head = $"{p.Module} {p.Name} (";
            int start = text.IndexOf(head, StringComparison.Ordinal);
            int end = start < 0 ? -1 : text.IndexOf(';', start);
            if (end < 0) throw new InvalidOperationException($"{head} is not in the text");
            string instance = text[start..end];
            string body = $"assign prove_{p.Name}_a = {Connection(instance, "a")};\n"
                + $"  assign prove_{p.Name}_b = {Connection(instance, "b")};\n"
                + $"  assign {Connection(instance, "p")} = prove_{p.Name}_p;";
            text = text[..start] + body + text[(end + 1)..];
            int ports = text.IndexOf("\n);", StringComparison.Ordinal);
            text = text.Insert(ports, $",\n  output wire [{p.WidthA - 1}:0] prove_{p.Name}_a,\n"
                + $"  output wire [{p.WidthB - 1}:0] prove_{p.Name}_b,\n"
                + $"  input  wire [{p.WidthP - 1}:0] prove_{p.Name}_p");
        }
        return text;
    }

    private static string Connection(string instance, string port)
    {
        int start = instance.IndexOf($".{port}(", StringComparison.Ordinal) + port.Length + 2;
        int depth = 1, end = start;
        for (; depth > 0; end++)
            depth += instance[end] == '(' ? 1 : instance[end] == ')' ? -1 : 0;
        return instance[start..(end - 1)];
    }
}

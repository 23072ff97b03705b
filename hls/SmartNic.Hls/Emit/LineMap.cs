using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Emit;

/// <summary>Names of emitted values and the lines of C# that they come from.</summary>
internal static class LineMap
{
    /// <summary>A line per value: module and name, a space, file and line.</summary>
    public static string Text(string module, IEnumerable<(string Name, Node Node)> values) =>
        string.Concat(values.Where(v => v.Node.Origin.Line > 0).Select(
            v => $"{module}.{v.Name} {v.Node.Origin.File}:{v.Node.Origin.Line}\n")
            .Distinct().Order(StringComparer.Ordinal));
}

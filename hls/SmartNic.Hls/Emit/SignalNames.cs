using System.Text.RegularExpressions;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Emit;

/// <summary>
/// Names of values: the C# local or field, else method and operation. Emitted names are an
/// interface: no line number is in them, so an edit renames nothing in other methods.
/// </summary>
internal sealed partial class SignalNames
{
    private readonly HashSet<string> _used = [.. VerilogText.Keywords];
    private readonly Dictionary<Node, string> _names = [];

    public SignalNames(IEnumerable<string> reserved, IEnumerable<Node> nodes)
    {
        _used.UnionWith(reserved);
        foreach (var node in nodes)
            _names[node] = node.Op == Op.Input ? node.Origin.Name! : Unique(Hint(node));
    }

    public string this[Node node] => _names[node];

    public string Unique(string hint)
    {
        if (StageSuffix().IsMatch(hint)) hint += "_x";
        string name = hint;
        for (int i = 1; !_used.Add(name); i++) name = $"{hint}_{i}";
        return name;
    }

    private static string Hint(Node node) => node.Op == Op.Call
        ? node.Site!.Kind == CallKind.Product
            ? node.Origin.Name ?? $"{node.Origin.Method}_product" : node.Site.Name + "_value"
        : node.Origin.Name ?? $"{node.Origin.Method}_{Short(node.Op)}";

    private static string Short(Op op) => op switch
    {
        Op.Subtract => "sub",
        Op.Equal => "eq",
        Op.Less or Op.LessSigned => "lt",
        Op.Not => "inv",
        Op.ShiftLeft => "shl",
        Op.ShiftRight or Op.ShiftRightSigned => "shr",
        Op.Mux => "sel",
        Op.And => "all",
        Op.Or => "any",
        Op.Xor => "differ",
        _ => op.ToString().ToLowerInvariant(),
    };

    [GeneratedRegex(@"_s\d+$")]
    private static partial Regex StageSuffix();
}

using System.Text.RegularExpressions;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Emit;

/// <summary>
/// Names of values: the C# local or field, else method and operation; what would stand there twice
/// is told apart by its shape. Emitted names are an interface: no line number and no running number
/// is in them, so an edit renames nothing elsewhere.
/// </summary>
internal sealed class SignalNames
{
    private readonly HashSet<string> _used = [.. VerilogText.Keywords];
    private readonly Dictionary<Node, string> _names = [];
    private readonly ShapeHash _shape = new();
    private readonly IReadOnlyList<Front.StageCall> _stages;

    public SignalNames(IEnumerable<string> reserved, IEnumerable<Node> nodes, Design design)
    {
        _stages = design.Stages;
        _used.UnionWith(reserved);
        foreach (var node in nodes)
            _names[node] = node.Op == Op.Input ? node.Origin.Name! : Name(node);
    }

    public string this[Node node] => _names[node];

    /// <summary>A value some clocks later has its name and their number.</summary>
    public static string Suffix(int clock) => clock == 0 ? "" : $"_s{clock}";

    /// <summary>A name that is not that of another value some clocks later.</summary>
    public static string Plain(string name) => LaterSuffix.IsMatch(name) ? name + "_x" : name;

    public string Unique(string hint)
    {
        hint = Plain(hint);
        string name = hint;
        for (int i = 1; !_used.Add(name); i++) name = $"{hint}_{i}";
        return name;
    }

    private string Name(Node node)
    {
        string hint = Hint(node);
        bool own = node.Op is Op.Call or Op.Leave || node.Origin.Name != null;
        return Unique(own && !_used.Contains(hint) ? hint : $"{hint}_{_shape.Of(node)}");
    }

    private string Hint(Node node) => node.Op switch
    {
        Op.Leave => $"{_stages[node.Site!.Stage].Name}_{node.Site.Name}",
        Op.Call when node.Site!.Kind == CallKind.Product =>
            node.Origin.Name ?? $"{node.Origin.Method}_product",
        Op.Call => node.Site!.Name + "_value",
        _ => node.Origin.Name ?? $"{node.Origin.Method}_{Short(node.Op)}",
    };

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

    private static readonly Regex LaterSuffix = new(@"_s\d+$", RegexOptions.CultureInvariant);
}

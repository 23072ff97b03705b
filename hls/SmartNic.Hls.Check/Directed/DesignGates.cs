using System.Numerics;
using SmartNic.Hls.Ir;
using SmartNic.Hls.Prove;

namespace SmartNic.Hls.Check.Directed;

/// <summary>A design as gates: its nodes as the cells that mean the same.</summary>
/// <param name="graph">Where the gates go.</param>
/// <param name="inputs">Literals of ports by name.</param>
/// <param name="result">Literals of the result of a read or an update, after its
/// arguments.</param>
internal sealed class DesignGates(
    Aig graph, Func<string, int[]> inputs, Func<CallSite, int[][], int[]> result)
{
    private readonly WordGates _gates = new(graph);
    private readonly Dictionary<Node, int[]> _bits = [];

    /// <summary>Literals of a node, the lowest bit first.</summary>
    public int[] this[Node node] => _bits[node];

    /// <summary>Adds nodes that are in topological order.</summary>
    public void Add(IEnumerable<Node> nodes)
    {
        foreach (var n in nodes) _bits[n] = Lower(n);
    }

    private int[] Lower(Node n)
    {
        int[] A(int i) => _bits[n.Args[i]];
        return n.Op switch
        {
            Op.Input => inputs(n.Site!.Name),
            Op.Constant => [.. Enumerable.Range(0, n.Width).Select(
                i => (n.Value >> i).IsEven ? 0 : 1)],
            Op.Slice => A(0)[n.Low..(n.Low + n.Width)],
            Op.Concat => [.. A(1), .. A(0)],
            Op.Call when n.Site!.Kind != CallKind.Product =>
                result(n.Site, [.. n.Args.Select(a => _bits[a])]),
            Op.Parity => _gates.Lower(new("$reduce_xor", _ => [.. n.Args.SelectMany(
                a => _bits[a])], _ => 0, n.Width)),
            _ => Cell(n, A),
        };
    }

    private int[] Cell(Node n, Func<int, int[]> argument)
    {
        bool signed = n.Op is Op.LessSigned or Op.SignExtend or Op.ShiftRightSigned;
        string type = n.Op switch
        {
            Op.Add => "$add",
            Op.Subtract => "$sub",
            Op.Multiply or Op.Call => "$mul",
            Op.And => "$and",
            Op.Or => "$or",
            Op.Xor => "$xor",
            Op.Not => "$not",
            Op.ShiftLeft => "$shl",
            Op.ShiftRight => "$shr",
            Op.ShiftRightSigned => "$sshr",
            Op.Equal => "$eq",
            Op.Less or Op.LessSigned => "$lt",
            Op.Mux => "$mux",
            _ => "$pos",
        };
        int[] Pin(string name) => (n.Op == Op.Mux, name) switch
        {
            (true, "A") => argument(2),
            (true, "S") => argument(0),
            (_, "A") => argument(0),
            _ => argument(1),
        };
        return _gates.Lower(new(type, Pin, _ => signed ? 1 : 0, n.Width));
    }

    /// <summary>Everything that nodes need, themselves with them, in topological
    /// order.</summary>
    public static List<Node> Below(IEnumerable<Node> roots)
    {
        var seen = new HashSet<Node>();
        var work = new Stack<Node>(roots);
        while (work.TryPop(out var node))
            if (seen.Add(node))
                foreach (var arg in node.Args) work.Push(arg);
        return [.. seen.OrderBy(n => n.Id)];
    }
}

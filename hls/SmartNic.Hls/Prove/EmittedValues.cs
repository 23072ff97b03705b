using SmartNic.Hls.Front;
using SmartNic.Hls.Ir;
using SmartNic.Hls.Schedule;

namespace SmartNic.Hls.Prove;

/// <summary>What an emitted module computes from its own inputs.</summary>
/// <param name="pipeline">The scheduled kernel.</param>
/// <param name="stage">A stage of it; null for the kernel's own module.</param>
internal sealed class EmittedValues(Pipeline pipeline, StageCall? stage)
{
    private readonly Graph _graph = new();
    private readonly Dictionary<Node, Node> _copies = [];
    private readonly Dictionary<string, Port> _inputs = [];

    /// <summary>The factors of products as a design of their own; two outputs for each.</summary>
    public Design Factors(IEnumerable<string> products)
    {
        var calls = products.Select(key => pipeline.Nodes.First(
            n => n.Op == Op.Call && n.Site!.Key == key)).ToList();
        Port[] outputs = [.. calls.SelectMany(c => c.Args.Take(2)).Select(a => new Port("",
            Copy(a)))];
        return pipeline.Design with
        {
            Graph = _graph,
            Inputs = [.. _inputs.Values],
            Outputs = outputs,
            Calls = [],
            Duties = [],
        };
    }

    private Node Copy(Node root)
    {
        var open = new Stack<Node>([root]);
        while (open.TryPeek(out var node))
        {
            if (_copies.ContainsKey(node) || Own(node))
            {
                open.Pop();
                continue;
            }
            var missing = node.Args.Where(a => !_copies.ContainsKey(a)).ToList();
            foreach (var arg in missing) open.Push(arg);
            if (missing.Count > 0) continue;
            Node[] args = [.. node.Args.Select(a => _copies[a])];
            _copies[node] = node.Op switch
            {
                Op.Call => _graph.Call(node.Site!, node.Width, args),
                Op.Constant => _graph.Constant(node.Value, node.Width),
                Op.Enter => args[0],
                _ => _graph.Make(node.Op, node.Width, node.Low, args),
            };
        }
        return _copies[root];
    }

    /// <summary>True for what the module is given from outside.</summary>
    private bool Own(Node node)
    {
        string? name = node.Op switch
        {
            Op.Input => node.Site!.Name,
            Op.Enter when stage != null => node.Site!.Name,
            Op.Leave => PipelineCut.Handed(pipeline.Design.Stages[node.Site!.Stage],
                new(node.Site.Name, 0, 0)),
            _ => null,
        };
        if (name == null) return false;
        var input = _graph.Input(name, node.Width);
        _inputs[name] = new(name, input);
        _copies[node] = input;
        return true;
    }
}

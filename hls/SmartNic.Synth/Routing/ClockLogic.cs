using System.Numerics;
using SmartNic.Hls;
using SmartNic.Hls.Ir;
using SmartNic.Hls.Schedule;

namespace SmartNic.Synth.Routing;

/// <summary>The logic between two ranks of registers of a compiled pipeline, as a module without
/// registers: what crosses into the clock is an input, what leaves it an output.</summary>
internal sealed class ClockLogic
{
    private readonly Pipeline _pipeline;
    private readonly int _clock;
    private readonly Graph _graph = new();
    private readonly Dictionary<Node, Node> _copies = [];
    private readonly List<Port> _inputs = [];

    private ClockLogic(Pipeline pipeline, int clock) => (_pipeline, _clock) = (pipeline, clock);

    /// <summary>The logic of a clock, or null where it has none.</summary>
    /// <param name="pipeline">Pipeline or update, scheduled.</param>
    /// <param name="clock">Its number.</param>
    public static Design? Of(Pipeline pipeline, int clock)
    {
        var logic = new ClockLogic(pipeline, clock);
        var outputs = logic.Outputs();
        return outputs.Count == 0 ? null : new Design
        {
            Name = $"{pipeline.Design.Name}_clock{clock}",
            Source = pipeline.Design.Source,
            Graph = logic._graph,
            Inputs = logic._inputs,
            Outputs = outputs,
        };
    }

    private bool IsHere(Node n) =>
        n.Op is not (Op.Input or Op.Call) && _pipeline.Clock[n] == _clock;

    /// <summary>Runs of bits that something behind the clock reads.</summary>
    private List<Port> Outputs()
    {
        var readers = _pipeline.Nodes.Where(n => n.Op == Op.Call || _pipeline.Clock[n] > _clock)
            .SelectMany(n => n.Args).Concat(_pipeline.Design.Outputs.Select(o => o.Node));
        var read = new Dictionary<Node, BigInteger>();
        foreach (Piece piece in readers.SelectMany(a => Wiring.Pieces(a)))
        {
            if (!piece.Node.IsConstant && IsHere(piece.Node))
            {
                read[piece.Node] = read.GetValueOrDefault(piece.Node)
                    | (Bits.Mask(piece.Width) << piece.Low);
            }
        }

        return
        [
            .. read.OrderBy(r => r.Key.Id)
                .SelectMany(r => Bits.Runs(r.Value).Select(run => (r.Key, run)))
                .Select((p, i) => new Port(
                    $"to{i}", _graph.Slice(Copy(p.Key), p.run.Low, p.run.Width))),
        ];
    }

    private Node Copy(Node n)
    {
        if (_copies.TryGetValue(n, out var copy))
        {
            return copy;
        }

        if (n.IsConstant)
        {
            copy = _graph.Constant(n.Value, n.Width);
        }
        else if (n.IsWiring || IsHere(n))
        {
            copy = _graph.Make(n.Op, n.Width, n.Low, [.. n.Args.Select(Copy)]);
        }
        else
        {
            copy = _graph.Input($"from{_inputs.Count}", n.Width);
            _inputs.Add(new(copy.Origin.Name!, copy));
        }

        return _copies[n] = copy;
    }
}

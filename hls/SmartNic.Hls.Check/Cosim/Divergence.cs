using System.Numerics;
using System.Text;
using SmartNic.Hls.Check.Stimulus;
using SmartNic.Hls.Front;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Check.Cosim;

/// <summary>
/// A packet that came out differently, followed through the plain lowering of the C#: what it meets
/// in memories, and the line where both sides part.
/// </summary>
internal sealed class Divergence
{
    private readonly Dictionary<string, (Interpreter Values, Node Result)> _steps = [];
    private readonly Dictionary<string, (Interpreter Values, Node Result)> _made = [];
    private readonly StringBuilder _met = new();
    private readonly MemoryContents _memories;
    private readonly Interpreter _values;
    private readonly Design _design;

    /// <param name="subject">The kernel or stage.</param>
    /// <param name="memories">As they are before the packet.</param>
    public Divergence(Subject subject, MemoryContents memories)
    {
        _memories = memories;
        _design = subject.Lowered();
        foreach (var memory in _design.Memories.Where(m => m.Kind == CallKind.Update))
        {
            var step = subject.LoweredStep(memory);
            _steps[memory.Name] = (new(step), step.Outputs[1].Node);
        }
        _values = new(_design);
    }

    /// <summary>Follows a packet.</summary>
    public void Run(IReadOnlyList<BigInteger> inputs)
    {
        _met.Clear();
        _made.Clear();
        Updated.Clear();
        _values.Run(inputs, Access);
    }

    /// <summary>What the packet updates, and where.</summary>
    public HashSet<(string Memory, uint Index)> Updated { get; } = [];

    /// <summary>Entries and states that the packet meets.</summary>
    public string Met => _met.ToString();

    /// <summary>The line to which an output is due.</summary>
    /// <param name="output">Number of the output.</param>
    /// <param name="other">What it is on the other side.</param>
    /// <param name="name">Name of the other side.</param>
    public string Line(int output, BigInteger? other, string name) =>
        Line(_values, _design.Outputs[output].Node, other, name);

    private string Line(Interpreter values, Node node, BigInteger? other, string name)
    {
        var decision = node;
        while (true)
        {
            if (node.Op == Op.Mux)
            {
                decision = node.Args[0];
                bool holds = values[decision].IsOne;
                string met = holds ? "true" : "false";
                if (other is { } found && values[node.Args[holds ? 2 : 1]] == found)
                    return $"{Place(decision)}: what is decided here is {met} "
                        + $"for the packet; {name} has the value of the other case\n";
                node = node.Args[holds ? 1 : 2];
            }
            else if (node.IsWiring && node.Args.Count == 1)
            {
                if (node.Op != Op.ZeroExtend) other = null;
                node = node.Args[0];
            }
            else if (node.Op == Op.Call && node.Site!.Kind == CallKind.Update
                && _made.TryGetValue(node.Site.Name, out var step))
            {
                return Line(step.Values, step.Result, other, name);
            }
            else
            {
                // A constant is met at many places; the decision for it at one.
                return $"{Place(node.IsConstant ? decision : node)}: from here the packet has "
                    + $"the value that {name} has not\n";
            }
        }
    }

    private static string Place(Node node) => $"  at {node.Origin.File}:{node.Origin.Line}";

    private static string Hex(BigInteger value) =>
        value.IsZero ? "0" : value.ToString("x").TrimStart('0');

    private BigInteger Access(CallSite site, BigInteger[] args)
    {
        var memory = _design.Memories.Single(m => m.Name == site.Name);
        if (site.Kind == CallKind.Read)
        {
            var entry = memory.KeyBits != null ? _memories.Match(site.Name, args[0])
                : _memories[site.Name][(int)args[0]];
            _met.Append($"    {site.Name}[{Hex(args[0])}] = {Hex(entry)}\n");
            return entry;
        }
        if (args[0].IsZero) return 0;
        Updated.Add((site.Name, (uint)args[1]));
        var state = _memories.Native(memory, (uint)args[1]);
        _met.Append($"    {site.Name}[{Hex(args[1])}] = {Hex(state)}\n");
        var made = _made[site.Name] = _steps[site.Name];
        return made.Values.Run([state, args[2]])[1];
    }
}

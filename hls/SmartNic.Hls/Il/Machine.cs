using System.Reflection;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Il;

/// <summary>
/// Symbolic execution of IL: calls are executed in place, loops turn while their condition folds,
/// states that meet at a block are joined there. The opcodes are a closed set
/// (<see cref="Opcodes"/>); what is outside has no specification.
/// </summary>
internal sealed partial class Machine(Graph graph)
{
    private const int MaxDepth = 64, MaxTurns = 1024, MaxSteps = 4_000_000;
    private readonly Dictionary<MethodBase, Body> _bodies = [];
    private readonly Joiner _joiner = new(graph);
    private int _depth, _steps;

    /// <summary>The graph that is built.</summary>
    public Graph Graph => graph;

    /// <summary>Accesses of state and products, in the order in which they are met, each with
    /// the condition of its path.</summary>
    public List<(Node Call, Node Condition)> Calls { get; } = [];

    /// <summary>What has to hold on a path for the specification to mean what it says.</summary>
    public List<(string What, Node Reached, Node Holds)> Duties { get; } = [];

    /// <summary>True inside a step, which is one clock: no state, no products.</summary>
    public bool Combinational { get; init; }

    /// <summary>What becomes of a call that is not looked into; true if it was one.</summary>
    public Func<Machine, MethodBase, IlValue[], bool>? Cut { get; init; }

    /// <summary>The state that runs.</summary>
    public State State { get; private set; } = new();

    /// <summary>A stack slot as a place holds it, and back.</summary>
    public IlValue Placed(IlValue value, Type type) => ToPlace(value, type);

    /// <inheritdoc cref="Placed"/>
    public IlValue Slotted(IlValue value, Type type) => FromPlace(value, type);

    private Node Reached => Decision.All(graph, Decision.Between(null, State.Path));

    /// <summary>Executes a method from the current state on.</summary>
    /// <param name="method">A method with IL.</param>
    /// <param name="arguments">As they lie on the stack, <c>this</c> first.</param>
    /// <returns>What it returns; null for void, or when it never returns.</returns>
    public IlValue? Invoke(MethodBase method, IlValue[] arguments)
    {
        if (!_bodies.TryGetValue(method, out var body)) _bodies[method] = body = new(method);
        if (++_depth > MaxDepth) throw new IlException($"{body.Name}: calls too deep");
        var frame = new Frame(body, State.Path);
        for (int i = 0; i < arguments.Length; i++)
            State.Cells[frame.Arguments[i]] = ToPlace(arguments[i], body.Arguments[i]);
        for (int i = 0; i < body.Locals.Length; i++)
            State.Cells[frame.Locals[i]] = IlTypes.Zero(graph, body.Locals[i]);
        var stack = State.Stack;
        var ended = Run(frame, new() { Cells = State.Cells, Path = State.Path });
        _depth--;
        IlValue? result = ended?.Stack.FirstOrDefault();
        foreach (var cell in frame.Cells) ended?.Cells.Remove(cell);
        State = new() { Cells = ended?.Cells ?? [], Path = frame.From, Stack = stack };
        Dead = ended == null;
        return result;
    }

    /// <summary>True when the way that runs has thrown.</summary>
    public bool Dead { get; private set; }

    private State? Run(Frame frame, State start)
    {
        var flow = frame.Body.Flow;
        var waiting = new SortedDictionary<Turn, List<State>> { [Turn.First(flow)] = [start] };
        var ended = new List<State>();
        while (waiting.Count > 0)
        {
            var (turn, states) = waiting.First();
            waiting.Remove(turn);
            State = _joiner.Join(states, frame.From);
            State.Path = frame.Meet(State.Path, turn.Block);
            Dead = false;
            foreach (var (target, state) in Block(frame, turn.Block))
            {
                if (target < 0)
                {
                    ended.Add(state);
                    continue;
                }
                var next = turn.To(flow, target);
                if (next.CompareTo(turn) <= 0)
                    throw new IlException($"{frame.Body.Name}: a loop with two entries");
                if (next.Turns > MaxTurns)
                    throw new IlException($"{frame.Body.Name}: a loop whose end does not fold");
                if (!waiting.TryGetValue(next, out var list)) waiting[next] = list = [];
                list.Add(state);
            }
        }
        return ended.Count == 0 ? null : _joiner.Join(ended, frame.From);
    }

    /// <summary>Executes a block; gives where it leads, -1 for a return.</summary>
    private List<(int Target, State State)> Block(Frame frame, int block)
    {
        var instructions = frame.Body.Flow.Blocks[block];
        foreach (var i in instructions)
        {
            if (++_steps > MaxSteps) throw new IlException("too many steps");
            if (i.Ends) return Leave(frame, block, i);
            if (!Opcodes.Executed.TryGetValue(i.Name, out var execute))
                throw new IlException($"{frame.Body.Name}: opcode {i.Name} "
                    + Opcodes.Rejected.GetValueOrDefault(i.Name, "is not known"));
            execute(this, frame, i);
            if (Dead) return [];
        }
        return [(frame.Body.Flow.BlockAt[instructions[^1].Next], State)];
    }

    private List<(int, State)> Leave(Frame frame, int block, Instruction i)
    {
        var flow = frame.Body.Flow;
        if (i.Name == "ret")
        {
            var result = frame.Body.Returns == typeof(void) ? null : Pop();
            State.Stack.Clear();
            if (result != null) State.Stack.Push(FromPlace(
                ToPlace(result, frame.Body.Returns), frame.Body.Returns));
            return [(-1, State)];
        }
        if (i.Name == "throw") return [];
        if (i.Name == "br") return [(flow.BlockAt[(int)i.Operand!], State)];
        if (i.Name == "switch")
        {
            var index = Bits(Pop());
            var targets = (int[])i.Operand!;
            var ways = new List<(int, State)>();
            for (int k = 0; k < targets.Length; k++)
            {
                var hit = graph.Make(Op.Equal, 1, index, graph.Constant(k, 32));
                if (Branch(flow, block, hit, targets[k], ways)) return ways;
            }
            ways.Add((flow.BlockAt[i.Next], State));
            return ways;
        }
        if (!Opcodes.Tests.TryGetValue(i.Name, out var test))
            throw new IlException($"{frame.Body.Name}: opcode {i.Name} "
                + Opcodes.Rejected.GetValueOrDefault(i.Name, "is not known"));
        var both = new List<(int, State)>();
        if (!Branch(flow, block, test(this), (int)i.Operand!, both))
            both.Add((flow.BlockAt[i.Next], State));
        return both;
    }

    /// <summary>Adds the way to a target; true when no other is left. The current state goes on
    /// where the condition does not hold.</summary>
    private bool Branch(
        ControlFlow flow, int block, Node condition, int target, List<(int, State)> ways)
    {
        bool value = true;
        while (condition.Op == Op.Not) (condition, value) = (condition.Args[0], !value);
        bool? known = Decision.Decide(State.Path, condition);
        if (known is { } k)
        {
            if (k != value) return false;
            ways.Add((flow.BlockAt[target], State));
            return true;
        }
        var from = State;
        int join = flow.JoinOf(block);
        ways.Add((flow.BlockAt[target], from.Fork(new(from.Path, condition, value, join))));
        State = from.Fork(new(from.Path, condition, !value, join));
        return false;
    }
}

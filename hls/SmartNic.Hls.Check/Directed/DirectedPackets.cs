using System.Numerics;
using SmartNic.Hls.Check.Cosim;
using SmartNic.Hls.Check.Stimulus;
using SmartNic.Hls.Front;
using SmartNic.Hls.Ir;
using SmartNic.Hls.Prove;

namespace SmartNic.Hls.Check.Directed;

/// <summary>
/// Packets for every condition of the specification, and of what the compiler made of it: some for
/// which it is true and some for which it is false, with what tables and states have to hold. The
/// solver finds those that random packets do not show, so that a guard that they never pass is
/// passed.
/// </summary>
internal sealed class DirectedPackets
{
    private const int Plain = 256, Variants = 6, MaxQuestions = 4000, MaxConflicts = 200_000;
    private const int Effort = 5_000, MaxShifted = 1 << 19;

    /// <summary>An access: where it goes, and what it finds there.</summary>
    private readonly record struct Access(string Memory, int Reached, int[] At, int[] Found);

    private readonly Dictionary<string, int[]> _variables = [];
    private readonly List<Access> _accesses = [];
    private readonly Subject _subject;
    private readonly VectorSource _source;
    private readonly Aig _graph;
    private readonly HashSet<int> _targets = [];
    private readonly List<Trial> _trials = [];

    /// <param name="subject">The kernel or stage.</param>
    /// <param name="source">Random packets, from which directed ones start.</param>
    public DirectedPackets(Subject subject, VectorSource source)
    {
        (_subject, _source) = (subject, source);
        var design = subject.Design;
        int bits = 0;
        void Variable(string name, int width)
        {
            _variables[name] = [.. Enumerable.Range(bits + 1, width).Select(v => 2 * v)];
            bits += width;
        }
        foreach (var port in source.Layout.Ports) Variable(port.Name, port.Width);
        foreach (var m in design.Memories)
            Variable("memory " + m.Name, m.Kind == CallKind.Read
                ? design.Calls.First(c => c.Call.Site!.Name == m.Name).Call.Width
                : TypeLayout.BitWidth(m.State!));
        _graph = new(bits);
        // The specification, and what was made of it, with their steps.
        if (subject.Specification() is { } said) Add(said, subject.SpecifiedStep);
        Add(design, subject.Step);
        _targets.ExceptWith([0, 1]);
    }

    private void Add(Design design, Func<Memory, Design> step)
    {
        var nodes = DesignGates.Below(design.Outputs.Select(o => o.Node).Concat(
            design.Calls.SelectMany(c => new[] { c.Call, c.Condition })));
        // Windows that are written are shifted as a whole at every access: too much to ask.
        if (nodes.Where(n => n.Op is Op.ShiftLeft or Op.ShiftRight && !n.Args[1].IsConstant)
            .Sum(n => (long)n.Width * n.Args[1].Width) > MaxShifted) return;
        var accesses = new List<Access>();
        var gates = new DesignGates(_graph, name => _variables[name], (site, arguments) =>
        {
            int[] found = _variables["memory " + site.Name];
            if (site.Kind == CallKind.Read)
            {
                accesses.Add(new(site.Name, 1, arguments[0], found));
                return found;
            }
            accesses.Add(new(site.Name, arguments[0][0], arguments[1], found));
            var memory = _subject.Design.Memories.Single(m => m.Name == site.Name);
            return Result(step(memory), found, arguments[2]);
        });
        gates.Add(nodes);
        _targets.UnionWith(new Targets(_graph, gates).Of(design, nodes));
        // Those of what was made are the ones that hardware does.
        if (ReferenceEquals(design, _subject.Design)) _accesses.AddRange(accesses);
    }

    private int[] Result(Design step, int[] state, int[] argument)
    {
        var nodes = DesignGates.Below(step.Outputs.Select(o => o.Node));
        var gates = new DesignGates(_graph, name => name == "state" ? state : argument,
            (site, _) => throw new InvalidOperationException($"{site.Name} in a step"));
        gates.Add(nodes);
        _targets.UnionWith(new Targets(_graph, gates).Of(step, nodes));
        return gates[step.Outputs[1].Node];
    }

    /// <summary>The packets.</summary>
    public IReadOnlyList<Trial> Make()
    {
        var open = new HashSet<int>(_targets);
        for (int n = 0; n < Plain; n += 64) Take(open, Simulated(Random()));
        var seed = _source.Numbers.Random;
        var solver = new SatSolver(_graph.Variables, _ => seed.Next(2) == 0);
        var encoded = new bool[_graph.Variables];
        int questions = 0;
        foreach (int target in _targets)
        {
            if (!open.Contains(target)) continue;
            if (++questions > MaxQuestions || solver.Conflicts > MaxConflicts) break;
            var cone = _graph.Cone(target);
            foreach (int v in cone)
            {
                if (encoded[v] || !_graph.IsGate(v)) continue;
                encoded[v] = true;
                solver.AddGate(v, _graph.Gate(v).Left, _graph.Gate(v).Right);
            }
            if (solver.Ask([target], cone, Effort) != Answer.Sometimes) continue;
            Leave(open, Keep(target, cone.Where(v => !_graph.IsGate(v)).ToDictionary(
                v => v, v => solver.IsTrue(2 * v))));
        }
        return _trials;
    }

    /// <summary>The answer with other values wherever the target holds all the same.</summary>
    private ulong[] Keep(int target, Dictionary<int, bool> answer)
    {
        var words = Random();
        var random = _source.Numbers.Random;
        foreach (int[] variable in _variables.Values)
        {
            // The first pattern is the answer; in the others some variables are let go.
            ulong held = ulong.MaxValue;
            if (random.Next(2) == 0)
                held = 1 | (ulong)random.NextInt64() | (ulong)random.NextInt64();
            foreach (int literal in variable)
                if (answer.TryGetValue(literal >> 1, out bool value))
                    words[literal >> 1] = (words[literal >> 1] & ~held) | (value ? held : 0);
        }
        Simulated(words);
        ulong good = Literal(words, target);
        for (int slot = 0, kept = 0; slot < 64 && kept < Variants; slot++)
        {
            if ((good >> slot & 1) == 0) continue;
            kept++;
            _trials.Add(Cut(words, slot));
        }
        return words;
    }

    private Trial Cut(ulong[] words, int slot)
    {
        BigInteger Value(int[] literals)
        {
            BigInteger value = 0;
            for (int i = literals.Length; i-- > 0;)
                value = (value << 1) | (Literal(words, literals[i]) >> slot & 1);
            return value;
        }
        var packet = new ulong[_source.Layout.Words];
        foreach (var port in _source.Layout.Ports)
            WordLayout.Set(port, packet, Value(_variables[port.Name]));
        return new(packet, [.. _accesses.Where(a => !Value([a.Reached]).IsZero)
            .Select(a => new Content(a.Memory, Value(a.At), Value(a.Found)))]);
    }

    /// <summary>Random packets that show what none before showed.</summary>
    private void Take(HashSet<int> open, ulong[] words)
    {
        foreach (int slot in open.Where(t => Literal(words, t) != 0).Select(
            t => BitOperations.TrailingZeroCount(Literal(words, t))).Distinct().ToList())
            _trials.Add(Cut(words, slot));
        Leave(open, words);
    }

    private static void Leave(HashSet<int> open, ulong[] words) =>
        open.RemoveWhere(t => Literal(words, t) != 0);

    /// <summary>64 packets, a bit of each in the word of a variable.</summary>
    private ulong[] Random()
    {
        var words = new ulong[_graph.Variables];
        var packet = new ulong[_source.Layout.Words];
        for (int slot = 0; slot < 64; slot++)
        {
            _source.Next(packet);
            foreach (var (port, value) in _source.Layout.Ports.Zip(_source.Layout.Values(packet)))
                Put(words, _variables[port.Name], value, slot);
            foreach (var m in _subject.Design.Memories)
                if (_variables["memory " + m.Name] is var found)
                    Put(words, found, _source.Numbers.Next(found.Length), slot);
        }
        return words;
    }

    private static void Put(ulong[] words, int[] literals, BigInteger value, int slot)
    {
        for (int i = 0; i < literals.Length; i++)
            if (!(value >> i).IsEven) words[literals[i] >> 1] |= 1UL << slot;
    }

    private ulong[] Simulated(ulong[] words)
    {
        for (int v = _graph.Inputs + 1; v < _graph.Variables; v++)
        {
            var (left, right) = _graph.Gate(v);
            words[v] = Literal(words, left) & Literal(words, right);
        }
        return words;
    }

    private static ulong Literal(ulong[] words, int literal) =>
        words[literal >> 1] ^ ((literal & 1) == 0 ? 0 : ulong.MaxValue);
}

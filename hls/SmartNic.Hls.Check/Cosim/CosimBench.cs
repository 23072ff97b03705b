using System.Numerics;
using SmartNic.Hls.Check.Directed;
using SmartNic.Hls.Check.Native;
using SmartNic.Hls.Check.Stimulus;
using SmartNic.Hls.Front;

namespace SmartNic.Hls.Check.Cosim;

/// <summary>Both sides of a co-simulation with the same contents of memories.</summary>
internal sealed class CosimBench : IDisposable
{
    private const int Samples = 16, Remembered = 1 << 14, Followed = 1000;
    private readonly Subject _subject;
    private readonly NumberSource _numbers;
    private readonly NativeKernel _native;
    private readonly MemoryContents _memories;
    private readonly VerilatedKernel _model;
    private readonly WordLayout _inputs, _outputs;

    public CosimBench(Subject subject, NumberSource numbers, int seed)
    {
        (_subject, _numbers) = (subject, numbers);
        _native = subject.Native();
        _memories = new(subject.Parameters, subject.Design.Memories, _native, numbers);
        _inputs = WordLayout.Inputs(subject.Design);
        _outputs = WordLayout.Outputs(subject.Design);
        _model = new(subject, seed);
        foreach (var memory in subject.Design.Memories.Except(_memories.Updates))
            for (uint i = 0; i < memory.Depth; i++)
                _model.Write(memory, i, _memories.Loaded(memory, i));
    }

    /// <summary>Packets of the last comparison that came out the same.</summary>
    public int Equal { get; private set; }

    /// <summary>True: a packet that comes out the same is shown.</summary>
    public bool ShowsWave { get; init; }

    /// <summary>The ports around it.</summary>
    public string? Wave { get; private set; }

    /// <summary>Puts contents into both sides.</summary>
    public void Put(IEnumerable<(Memory Memory, uint Index, Content Content)> contents)
    {
        foreach (var (memory, index, content) in contents)
        {
            _memories.Write(memory, index, content.Value,
                memory.KeyBits == null ? null : content.At);
            _model.Write(memory, index, _memories.Loaded(memory, index));
        }
    }

    /// <summary>The first packet that comes out differently, or state that is left so; null
    /// when all agree.</summary>
    /// <param name="packets">Packets, with random gaps between them.</param>
    /// <param name="name">What they are called.</param>
    /// <param name="first">Number of the first one.</param>
    public string? Compare(IReadOnlyList<ulong[]> packets, string name, long first = 0)
    {
        var states = _memories.Updates.Sum(MemoryContents.States) <= Remembered
            ? _memories.Snapshot() : null;
        var results = new ulong[packets.Count * _outputs.Words];
        var expected = new ulong[_outputs.Words];
        long came = _model.Run([.. packets.SelectMany(p => p)], packets.Count, results);
        for (Equal = 0; Equal < packets.Count; Equal++)
        {
            _native.Run(_subject.NativeInputs(packets[Equal]), expected);
            if (Equal >= came) return $"{name}{first + Equal} never came out\n";
            var found = results.AsSpan(Equal * _outputs.Words, _outputs.Words);
            _subject.Settle(expected, found);
            string what = $"{name}{first + Equal}";
            if (!found.SequenceEqual(expected))
                return $"{what}\n" + Describe(packets, expected, found, states) + Waveform.Text(
                    _model, Equal, what, _outputs, expected, found);
            if (ShowsWave && Wave == null && _subject.IsTelling(expected))
                Wave = Waveform.Text(_model, Equal, what, _outputs, expected, found);
        }
        Equal--;
        if (came != packets.Count) return $"{came - packets.Count} packets too many came out\n";
        return States(m => Sample(m), packets) is { } state
            ? $"after {name}{first + Equal}\n{state}" : null;
    }

    /// <summary>The first state that differs, with the line of its access; null when all
    /// agree.</summary>
    /// <param name="only">Indices that are looked at; null for all.</param>
    /// <param name="packets">The last ones: of these the last that meets the state is shown.
    /// </param>
    public string? States(Func<Memory, IEnumerable<uint>>? only = null,
        IReadOnlyList<ulong[]>? packets = null)
    {
        foreach (var memory in _memories.Updates)
            foreach (uint index in only?.Invoke(memory) ?? All(memory))
                if (_memories.Compare(_model.State, "Verilog",
                    m => m != memory ? [] : [index]) is { } wrong)
                    return $"{wrong}  at {Access(memory)}: it is updated here\n"
                        + Updater(memory, index, packets ?? []);
        return null;
    }

    /// <summary>The last of some packets that updates a state, natively or in Verilog, and the
    /// ports around it.</summary>
    private string Updater(Memory memory, uint index, IReadOnlyList<ulong[]> packets)
    {
        var path = new Divergence(_subject, _memories);
        for (int n = packets.Count; n-- > Math.Max(packets.Count - Followed, 0);)
        {
            path.Run(_inputs.Values(packets[n]));
            if (!path.Updated.Contains((memory.Name, index)) && !IsUpdated(n, memory, index))
                continue;
            return "  the last packet that updates it\n" + PacketText.Inputs(_inputs, packets[n])
                + Waveform.Text(_model, n, "it", new([]), [], []);
        }
        return "";
    }

    private bool IsUpdated(int packet, Memory memory, uint index)
    {
        var access = _subject.Accesses.First(a => a.Site!.Name == memory.Name);
        var words = _model.Clock(_model.Begun(packet) + _subject.Asked(access));
        BigInteger Port(string name) => WordLayout.Get(_model.Trace.Ports.First(
            p => p.Name == $"{memory.Name}_{name}"), words);
        return words != null && Port("valid").IsOne && Port("addr") == index;
    }

    private string Describe(IReadOnlyList<ulong[]> packets, ulong[] expected,
        ReadOnlySpan<ulong> found, IReadOnlyList<BigInteger>? states)
    {
        string text = PacketText.Describe(
            _inputs, packets[Equal], _outputs, expected, "native", found, "Verilog");
        if (states == null) return text;
        // The packets before it again, so that states are what it met.
        _memories.Restore(states);
        var result = new ulong[_outputs.Words];
        for (int v = 0; v < Equal; v++)
            _native.Run(_subject.NativeInputs(packets[v]), result);
        var path = new Divergence(_subject, _memories);
        path.Run(_inputs.Values(packets[Equal]));
        if (path.Met != "") text += "  memories that it meets\n" + path.Met;
        for (int o = 0; o < _outputs.Ports.Count; o++)
        {
            var other = WordLayout.Get(_outputs.Ports[o], found);
            if (WordLayout.Get(_outputs.Ports[o], expected) != other)
                return text + path.Line(o, other, "Verilog");
        }
        return text;
    }

    private string Access(Memory memory)
    {
        var origin = _subject.Design.Calls.First(
            c => c.Call.Site!.Name == memory.Name).Call.Origin;
        return $"{origin.File}:{origin.Line}";
    }

    private static IEnumerable<uint> All(Memory memory) =>
        Enumerable.Range(0, MemoryContents.States(memory)).Select(i => (uint)i);

    /// <summary>A few states of a memory; all are compared at the end.</summary>
    private IEnumerable<uint> Sample(Memory memory) =>
        MemoryContents.States(memory) is var states && states <= Samples ? All(memory)
            : Enumerable.Range(0, Samples).Select(_ => (uint)_numbers.Random.Next(states));

    /// <inheritdoc/>
    public void Dispose() => _model.Dispose();
}

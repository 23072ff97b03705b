using SmartNic.Hls.Check.Directed;
using SmartNic.Hls.Check.Native;
using SmartNic.Hls.Check.Stimulus;
using SmartNic.Hls.Front;

namespace SmartNic.Hls.Check.Cosim;

/// <summary>Both sides of a co-simulation with the same contents of memories.</summary>
internal sealed class CosimBench : IDisposable
{
    private const int Samples = 16, Remembered = 1 << 14;
    private readonly Compiler _compiler;
    private readonly CompiledKernel _kernel;
    private readonly NumberSource _numbers;
    private readonly NativeKernel _native;
    private readonly MemoryContents _memories;
    private readonly VerilatedKernel _model;
    private readonly WordLayout _inputs, _outputs;

    public CosimBench(
        Compiler compiler, CompiledKernel kernel, NumberSource numbers, int seed)
    {
        (_compiler, _kernel, _numbers) = (compiler, kernel, numbers);
        _native = NativeKernel.Load(compiler)[kernel.Name];
        _memories = new(kernel, _native, numbers);
        _inputs = WordLayout.Inputs(kernel.Pipeline.Design);
        _outputs = WordLayout.Outputs(kernel.Pipeline.Design);
        _model = new(kernel, seed);
        foreach (var memory in kernel.Pipeline.Design.Memories.Except(_memories.Updates))
            for (uint i = 0; i < memory.Depth; i++)
                _model.Write(memory, i, _memories.Loaded(memory, i));
    }

    /// <summary>Packets of the last comparison that came out the same.</summary>
    public int Equal { get; private set; }

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
            _native.Run(packets[Equal], expected);
            if (Equal >= came) return $"{name}{first + Equal} never came out\n";
            var found = results.AsSpan(Equal * _outputs.Words, _outputs.Words);
            if (!found.SequenceEqual(expected))
                return $"{name}{first + Equal}\n"
                    + Describe(packets, expected, found, states);
        }
        Equal--;
        if (came != packets.Count) return $"{came - packets.Count} packets too many came out\n";
        return States(m => Sample(m)) is { } state
            ? $"after {name}{first + Equal}\n{state}" : null;
    }

    /// <summary>The first state that differs, with the line of its access; null when all
    /// agree.</summary>
    public string? States(Func<Memory, IEnumerable<uint>>? only = null)
    {
        foreach (var memory in _memories.Updates)
            if (_memories.Compare(_model.State, "Verilog",
                m => m != memory ? [] : only?.Invoke(m) ?? All(m)) is { } wrong)
                return $"{wrong}  at {Access(memory)}: it is updated here\n";
        return null;
    }

    private string Describe(IReadOnlyList<ulong[]> packets, ulong[] expected,
        ReadOnlySpan<ulong> found, IReadOnlyList<System.Numerics.BigInteger>? states)
    {
        string text = PacketText.Describe(
            _inputs, packets[Equal], _outputs, expected, "native", found, "Verilog");
        if (states == null) return text;
        // The packets before it again, so that states are what it met.
        _memories.Restore(states);
        var result = new ulong[_outputs.Words];
        for (int v = 0; v < Equal; v++) _native.Run(packets[v], result);
        var path = new Divergence(_compiler, _kernel, _memories, _inputs.Values(packets[Equal]));
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
        var origin = _kernel.Pipeline.Design.Calls.First(
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

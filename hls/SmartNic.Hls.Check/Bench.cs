using System.Numerics;
using SmartNic.Hls.Check.Native;
using SmartNic.Hls.Check.Stimulus;
using SmartNic.Hls.Front;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Check;

/// <summary>A kernel run by the JIT and, on the same packets, as a graph by the
/// interpreter.</summary>
internal sealed class Bench
{
    private readonly NativeKernel _native;
    private readonly Dictionary<string, Interpreter> _steps = [];
    private readonly Interpreter _interpreter;
    private readonly VectorSource _vectors;
    private readonly WordLayout _outputs;
    private readonly Design _design;
    private readonly Dictionary<string, int> _touched = [];
    private string? _state;

    public Bench(CompiledKernel kernel, NativeKernel native, int seed,
        Func<Design, Design>? change = null)
    {
        change ??= design => design;
        var numbers = new NumberSource(seed);
        (_design, _native) = (kernel.Pipeline.Design, native);
        _interpreter = new(change(_design));
        _vectors = new(_design, numbers);
        _outputs = WordLayout.Outputs(_design);
        Memories = new([.. StateMember.Of(kernel.Method).Select(m => m.Name)],
            _design.Memories, native, numbers);
        foreach (var step in kernel.Steps)
            _steps[step.Design.Name] = new(change(step.Design));
        Inputs = new ulong[_vectors.Layout.Words];
        Native = new ulong[_outputs.Words];
    }

    public MemoryContents Memories { get; }

    /// <summary>The last packet.</summary>
    public ulong[] Inputs { get; }

    /// <summary>What the JIT made of it.</summary>
    public ulong[] Native { get; }

    /// <summary>What the interpreter made of it.</summary>
    public BigInteger[] Interpreted { get; private set; } = [];

    /// <summary>Runs one random packet both ways; false when they differ.</summary>
    public bool Next()
    {
        _vectors.Next(Inputs);
        _native.Run(Inputs, Native);
        Interpreted = _interpreter.Run(_vectors.Layout.Values(Inputs), Access);
        _state = Memories.Compare((m, i) => Memories[m.Name][(int)i], "graph",
            m => _touched.TryGetValue(m.Name, out int at) ? [(uint)at] : []);
        _touched.Clear();
        return _state == null && Interpreted.AsSpan().SequenceEqual(_outputs.Values(Native));
    }

    /// <summary>The first state that the JIT left otherwise than the interpreter, of all; null when
    /// all agree.</summary>
    public string? States() => Memories.Compare((m, i) => Memories[m.Name][(int)i], "graph");

    /// <summary>The last packet with both answers.</summary>
    public string Describe()
    {
        var words = new ulong[_outputs.Words];
        foreach (var (port, value) in _outputs.Ports.Zip(Interpreted))
            WordLayout.Set(port, words, value);
        return PacketText.Describe(_vectors.Layout, Inputs, _outputs, Native, "native",
            words, "graph") + _state;
    }

    private BigInteger Access(CallSite site, BigInteger[] args)
    {
        if (_design.Memories.First(m => m.Name == site.Name).KeyBits != null)
            return Memories.Match(site.Name, args[0]);
        var memory = Memories[site.Name];
        if (site.Kind == CallKind.Read) return memory[(int)args[0]];
        if (args[0].IsZero) return 0;
        var step = _steps[$"{_design.Name}_{site.Name}_step"];
        var outputs = step.Run([memory[(int)args[1]], args[2]]);
        memory[(int)args[1]] = outputs[0];
        _touched[site.Name] = (int)args[1];
        return outputs[1];
    }
}

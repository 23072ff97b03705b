using System.Numerics;
using SmartNic.Hls.Front;
using SmartNic.Hls.Ir;
using TypeLayout = SmartNic.Hls.Front.TypeLayout;

namespace SmartNic.Hls.Tests.Testing;

/// <summary>One random packet of a kernel: the same numbers for every execution.</summary>
internal sealed record Vector(byte[] Frame, BigInteger[] Inputs, BigInteger[] NativeInputs);

/// <summary>Random stimulus and memory contents, native and interpreted side by side.</summary>
internal sealed class Bench
{
    private readonly Random _random;
    private readonly Design _design;
    private readonly NativeKernel _native;
    private readonly Dictionary<string, BigInteger[]> _memories = [];
    private readonly Dictionary<string, Interpreter> _steps = [];
    private readonly Interpreter _interpreter;

    public Bench(CompiledKernel kernel, NativeKernel native, Compiler compiler, int seed)
    {
        (_design, _native, _random) = (kernel.Pipeline.Design, native, new(seed));
        _interpreter = new(_design);
        var all = kernel.Method.Parameters.Where(p => TypeLayout.IsMemory(p.Type)).ToList();
        for (int i = 0; i < _design.Memories.Count; i++)
        {
            var memory = _design.Memories[i];
            _memories[memory.Name] = new BigInteger[memory.Depth];
            if (memory.Kind == CallKind.Update) continue;
            for (uint a = 0; a < memory.Depth; a++) Write(memory, i, a);
        }
        foreach (var step in kernel.Steps)
            _steps[step.Design.Name] = new(step.Design);
    }

    public Design Design => _design;

    public BigInteger[] Contents(string memory) => _memories[memory];

    /// <summary>Value, mask and packed entry of every row of a ternary table.</summary>
    public List<(BigInteger Value, BigInteger Mask, BigInteger Entry)> Rows { get; } = [];

    private void Write(Memory memory, int number, uint address)
    {
        var fields = new List<BigInteger>();
        if (memory.KeyBits is { } bits)
        {
            Row(memory, number, address, bits);
            return;
        }
        BigInteger packed = 0;
        int at = 0;
        TypeLayout.Build(memory.Data, "", (_, width) =>
        {
            fields.Add(Number(width));
            packed |= fields[^1] << at;
            at += width;
            return new Graph().Constant(0, width);
        });
        _memories[memory.Name][address] = packed;
        _native.Write(number, address, fields);
    }

    /// <summary>A row whose mask has few bits, so that some rows match.</summary>
    private void Row(Memory memory, int number, uint address, int bits)
    {
        var entry = new List<BigInteger>();
        BigInteger packed = 0, mask = Number(bits) & Number(bits) & Number(bits) & Number(bits);
        int at = 0;
        // The first field of the hit says whether a row was found.
        TypeLayout.Build(memory.Data, "", (name, width) =>
        {
            if (name == "found") return new Graph().Constant(0, width);
            entry.Add(Number(width));
            packed |= entry[^1] << at;
            at += width;
            return new Graph().Constant(0, width);
        });
        Rows.Add((Number(bits), mask, packed));
        _native.Write(number, address, [Rows[^1].Value, mask, .. entry]);
    }

    private BigInteger Match(BigInteger key)
    {
        int row = Rows.FindIndex(r => ((key ^ r.Value) & r.Mask).IsZero);
        return row < 0 ? 0 : Rows[row].Entry << 1 | 1;
    }

    public Vector Next()
    {
        var frame = new byte[Language.Window.BufferBytes];
        _random.NextBytes(frame.AsSpan(0, Language.Window.LengthBytes));
        if (_random.Next(2) == 0)
            for (int i = 0; i < Language.Window.LengthBytes; i++) frame[i] &= 0x13;
        var inputs = new List<BigInteger>();
        var native = new List<BigInteger>();
        foreach (var port in _design.Inputs)
        {
            int word = WindowWord(port);
            var value = word >= 0
                ? new BigInteger(frame.AsSpan(word * 8, 8), isUnsigned: true, isBigEndian: true)
                : Number(port.Node.Width);
            inputs.Add(value);
            if (word < 0) native.Add(value);
        }
        return new(frame, [.. inputs], [.. native]);
    }

    public BigInteger[] Native(Vector v) => _native.Run(v.Frame, v.NativeInputs);

    public BigInteger[] Interpret(Vector v) => _interpreter.Run(v.Inputs, Access);

    private BigInteger Access(CallSite site, BigInteger[] args)
    {
        if (_design.Memories.First(m => m.Name == site.Name).KeyBits != null)
            return Match(args[0]);
        var memory = _memories[site.Name];
        if (site.Kind == CallKind.Read) return memory[(int)args[0]];
        if (args[0].IsZero) return 0;
        var step = _steps[$"{_design.Name}_{site.Name}_step"];
        var outputs = step.Run([memory[(int)args[1]], args[2]]);
        memory[(int)args[1]] = outputs[0];
        return outputs[1];
    }

    private static int WindowWord(Port port)
    {
        int at = port.Name.LastIndexOf('_');
        return port.Name.StartsWith("frame_", StringComparison.Ordinal)
            ? int.Parse(port.Name.AsSpan(at + 1)) : -1;
    }

    private BigInteger Number(int width)
    {
        var bytes = new byte[width / 8 + 1];
        _random.NextBytes(bytes);
        var any = new BigInteger(bytes, isUnsigned: true) & Bits.Mask(width);
        return _random.Next(6) switch
        {
            0 => 0,
            1 => Bits.Mask(width),
            2 => any >> _random.Next(width),
            3 => any & 3,
            _ => any,
        };
    }
}

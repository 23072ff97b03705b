using System.Numerics;
using SmartNic.Hls.Check.Native;
using SmartNic.Hls.Check.Stimulus;
using SmartNic.Hls.Front;
using SmartNic.Hls.Ir;
using TypeLayout = SmartNic.Hls.Front.TypeLayout;

namespace SmartNic.Hls.Check;

/// <summary>A row of a ternary table: an entry for keys that equal a value under a
/// mask.</summary>
internal readonly record struct TernaryRow(BigInteger Value, BigInteger Mask, BigInteger Entry);

/// <summary>Random contents of the memories of a kernel, the same for every execution.</summary>
internal sealed class MemoryContents
{
    private readonly Dictionary<string, BigInteger[]> _entries = [];
    private readonly Dictionary<string, TernaryRow[]> _rows = [];
    private readonly NativeKernel _native;
    private readonly NumberSource _numbers;

    public MemoryContents(CompiledKernel kernel, NativeKernel native, NumberSource numbers)
    {
        (_native, _numbers) = (native, numbers);
        // The native side counts every memory parameter, the design only those that are used.
        var parameters = kernel.Method.Parameters.Where(p => TypeLayout.IsMemory(p.Type))
            .Select(p => Names.Snake(p.Name)).ToList();
        foreach (var memory in kernel.Pipeline.Design.Memories)
        {
            _entries[memory.Name] = new BigInteger[memory.Depth];
            int number = parameters.IndexOf(memory.Name);
            if (memory.KeyBits is { } bits) Rows(memory, number, bits);
            else if (memory.Kind == CallKind.Read) Entries(memory, number);
        }
    }

    /// <summary>Packed entries by address; states of updates start at zero.</summary>
    public BigInteger[] this[string memory] => _entries[memory];

    /// <summary>Rows of a ternary table, the first match wins.</summary>
    public IReadOnlyList<TernaryRow> RowsOf(string memory) => _rows[memory];

    /// <summary>What a ternary table answers: the entry above the bit that says found.</summary>
    public BigInteger Match(string memory, BigInteger key)
    {
        foreach (var row in _rows[memory])
            if (((key ^ row.Value) & row.Mask).IsZero) return row.Entry << 1 | 1;
        return 0;
    }

    private void Entries(Memory memory, int number)
    {
        var layout = new WordLayout(Leaves(memory));
        var words = new ulong[layout.Words];
        for (uint a = 0; a < memory.Depth; a++)
        {
            _entries[memory.Name][a] = Fill(layout, words);
            _native.Write(number, a, words);
        }
    }

    /// <summary>Masks have few bits, so that some rows match.</summary>
    private void Rows(Memory memory, int number, int bits)
    {
        var layout = new WordLayout(Leaves(memory).Where(l => l.Name != "found"));
        var rows = _rows[memory.Name] = new TernaryRow[memory.Depth];
        var words = new ulong[layout.Words];
        for (uint a = 0; a < memory.Depth; a++)
        {
            var mask = _numbers.Next(bits) & _numbers.Next(bits) & _numbers.Next(bits);
            rows[a] = new(_numbers.Next(bits), mask, Fill(layout, words));
            var key = new ulong[4];
            WordLayout.Set(new("value", 128, 0), key, rows[a].Value);
            WordLayout.Set(new("mask", 128, 2), key, mask);
            _native.Write(number, a, [.. key, .. words]);
        }
    }

    private BigInteger Fill(WordLayout layout, ulong[] words)
    {
        BigInteger packed = 0;
        int at = 0;
        foreach (var port in layout.Ports)
        {
            var value = _numbers.Next(port.Width);
            WordLayout.Set(port, words, value);
            packed |= value << at;
            at += port.Width;
        }
        return packed;
    }

    private static List<(string Name, int Width)> Leaves(Memory memory)
    {
        var leaves = new List<(string, int)>();
        var blank = new Graph();
        TypeLayout.Build(memory.Data, "", (name, width) =>
        {
            leaves.Add((name, width));
            return blank.Constant(0, width);
        });
        return leaves;
    }
}

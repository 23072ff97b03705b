using System.Numerics;
using Microsoft.CodeAnalysis;
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
    private readonly IReadOnlyList<string> _parameters;
    private readonly List<Memory> _updates;

    /// <param name="parameters">The memories that the kernel is given, in order: the native side
    /// counts them all.</param>
    /// <param name="memories">Those that are used.</param>
    /// <param name="native">The native side.</param>
    /// <param name="numbers">What entries are made of.</param>
    public MemoryContents(IReadOnlyList<string> parameters, IReadOnlyList<Memory> memories,
        NativeKernel native, NumberSource numbers)
    {
        (_parameters, _native, _numbers) = (parameters, native, numbers);
        _updates = [.. memories.Where(m => m.Kind == CallKind.Update)];
        foreach (var memory in memories)
        {
            _entries[memory.Name] = new BigInteger[memory.Depth];
            int number = NumberOf(memory);
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

    /// <summary>Writes an entry or a state; of a ternary table a row that only the key
    /// matches.</summary>
    public void Write(Memory memory, uint index, BigInteger value, BigInteger? key = null)
    {
        int number = NumberOf(memory);
        var layout = LayoutOf(memory);
        var words = new ulong[layout.Words];
        if (key is { } only)
        {
            value >>= 1;
            _rows[memory.Name][index] = new(only, Bits.Mask(memory.KeyBits!.Value), value);
        }
        else
        {
            _entries[memory.Name][index] = value;
        }
        foreach (var port in layout.Ports)
        {
            WordLayout.Set(port, words, value & Bits.Mask(port.Width));
            value >>= port.Width;
        }
        _native.Write(number, index, key == null ? words : [.. RowWords(memory, index), .. words]);
    }

    /// <summary>Value and mask of a row.</summary>
    private ulong[] RowWords(Memory memory, uint index)
    {
        var key = new ulong[4];
        var row = _rows[memory.Name][index];
        WordLayout.Set(new("value", 128, 0), key, row.Value);
        WordLayout.Set(new("mask", 128, 2), key, row.Mask);
        return key;
    }

    /// <summary>All states, as the JIT has them.</summary>
    public IReadOnlyList<BigInteger> Snapshot() => [.. _updates.SelectMany(m => Enumerable.Range(
        0, States(m)).Select(i => Native(m, (uint)i)))];

    /// <summary>Puts states back, on the side of the JIT.</summary>
    public void Restore(IReadOnlyList<BigInteger> states)
    {
        int at = 0;
        foreach (var memory in _updates)
            for (uint i = 0; i < States(memory); i++) Write(memory, i, states[at++]);
    }

    /// <summary>What hardware writes: the entry as it is read; before it value and mask of a
    /// row.</summary>
    public BigInteger Loaded(Memory memory, uint index) => memory.KeyBits == null
        ? _entries[memory.Name][index] : Row(_rows[memory.Name][index]);

    private static BigInteger Row(TernaryRow r) =>
        r.Entry << 257 | BigInteger.One << 256 | r.Mask << 128 | r.Value;

    private static WordLayout LayoutOf(Memory memory) => new(Leaves(memory.State ?? memory.Data)
        .Where(l => memory.KeyBits == null || l.Name != "found"));

    private int NumberOf(Memory memory) => _parameters.ToList().IndexOf(memory.Name);

    /// <summary>Memories whose states outlive a packet.</summary>
    public List<Memory> Updates => _updates;

    /// <summary>Entries of a memory that have a state; a register has one.</summary>
    public static int States(Memory memory) => memory.Shape.Indexed ? memory.Depth : 1;

    /// <summary>A state as the JIT has it, packed as the hardware packs it.</summary>
    public BigInteger Native(Memory memory, uint index)
    {
        var layout = LayoutOf(memory);
        var words = new ulong[layout.Words];
        _native.State(NumberOf(memory), index, words);
        BigInteger packed = 0;
        int at = 0;
        foreach (var port in layout.Ports)
        {
            packed |= WordLayout.Get(port, words) << at;
            at += port.Width;
        }
        return packed;
    }

    /// <summary>The first state that differs from the JIT's; null when all agree.</summary>
    /// <param name="other">The other side's state of a memory at an index.</param>
    /// <param name="name">Name of the other side.</param>
    /// <param name="only">Indices that are looked at; null for all.</param>
    public string? Compare(Func<Memory, uint, BigInteger> other, string name,
        Func<Memory, IEnumerable<uint>>? only = null)
    {
        foreach (var memory in _updates)
            foreach (uint index in only?.Invoke(memory)
                ?? Enumerable.Range(0, States(memory)).Select(i => (uint)i))
            {
                BigInteger own = Native(memory, index), found = other(memory, index);
                if (own != found)
                    return $"  state {memory.Name}[{index}]: native {own:x}, {name} {found:x}\n";
            }
        return null;
    }

    private void Entries(Memory memory, int number)
    {
        var layout = LayoutOf(memory);
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
        var layout = LayoutOf(memory);
        var rows = _rows[memory.Name] = new TernaryRow[memory.Depth];
        var words = new ulong[layout.Words];
        for (uint a = 0; a < memory.Depth; a++)
        {
            var mask = _numbers.Next(bits) & _numbers.Next(bits) & _numbers.Next(bits);
            rows[a] = new(_numbers.Next(bits), mask, Fill(layout, words));
            _native.Write(number, a, [.. RowWords(memory, a), .. words]);
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

    private static List<(string Name, int Width)> Leaves(ITypeSymbol type)
    {
        var leaves = new List<(string, int)>();
        var blank = new Graph();
        TypeLayout.Build(type, "", (name, width) =>
        {
            leaves.Add((name, width));
            return blank.Constant(0, width);
        });
        return leaves;
    }
}

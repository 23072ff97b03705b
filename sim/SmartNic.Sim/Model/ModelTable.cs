using System.Numerics;
using SmartNic.Hls.Language;
using SmartNic.Registers;

namespace SmartNic.Sim.Model;

/// <summary>One memory as the host sees it: entries of so many 32-bit words.</summary>
internal interface IModelTable
{
    /// <summary>TABLE_COMMIT: all bits of one entry at once; nothing beyond the depth.</summary>
    void Commit(uint index, ReadOnlySpan<uint> words);

    /// <summary>TABLE_READ: the words of one entry; leaves them zero beyond the depth.</summary>
    void Read(uint index, Span<uint> words);
}

/// <summary>A memory of the kernels, as the host reads and writes it.</summary>
/// <param name="layout">Its depth, and entries as words.</param>
internal abstract class ModelMemory<T>(TableLayout<T> layout) : IModelTable
    where T : struct
{
    /// <summary>Number of entries.</summary>
    protected int Depth => layout.Info.Depth;

    /// <summary>An entry within the depth.</summary>
    protected abstract T this[uint index] { get; set; }

    /// <inheritdoc/>
    public void Commit(uint index, ReadOnlySpan<uint> words)
    {
        if (index < Depth)
        {
            layout.Unpack(words, out T entry);
            this[index] = entry;
        }
    }

    /// <inheritdoc/>
    public void Read(uint index, Span<uint> words)
    {
        if (index < Depth)
        {
            layout.Pack(this[index], words);
        }
    }
}

/// <summary>A lookup table.</summary>
internal sealed class ModelTable<T> : ModelMemory<T>
    where T : struct
{
    public ModelTable(TableLayout<T> layout)
        : base(layout) => Memory = new(Depth);

    /// <summary>What the kernel reads.</summary>
    public Table<T> Memory { get; }

    protected override T this[uint index]
    {
        get => Memory.Read(index);
        set => Memory.Write(index, value);
    }
}

/// <summary>Lookup tables that are one to the host: index = row * columns + column, columns a power
/// of two. Those that are too many hold what is written, and nobody looks it up.</summary>
internal sealed class ModelColumns<T> : ModelMemory<T>
    where T : struct
{
    private readonly Table<T>[] _columns;

    /// <param name="layout">Its depth, and entries as words.</param>
    /// <param name="columns">Tables that the kernel reads.</param>
    public ModelColumns(TableLayout<T> layout, int columns)
        : base(layout)
    {
        uint all = BitOperations.RoundUpToPowerOf2((uint)columns);
        _columns = [.. Enumerable.Range(0, (int)all).Select(_ => new Table<T>(Depth / (int)all))];
    }

    /// <summary>What the kernel reads.</summary>
    public Table<T> this[int column] => _columns[column];

    protected override T this[uint index]
    {
        get => _columns[index % _columns.Length].Read(index / (uint)_columns.Length);
        set => _columns[index % _columns.Length].Write(index / (uint)_columns.Length, value);
    }
}

/// <summary>The sums of a counter.</summary>
internal sealed class ModelCounter : ModelMemory<ulong>
{
    public ModelCounter(TableLayout<ulong> layout)
        : base(layout) => Memory = new(Depth);

    /// <summary>What the kernel adds to.</summary>
    public Counter Memory { get; }

    protected override ulong this[uint index]
    {
        get => Memory.Sum(index);
        set => Memory.Sum(index) = value;
    }
}

/// <summary>The states of a read-modify-write.</summary>
internal sealed class ModelRmw<TStep, TState, TArg, TResult> : ModelMemory<TState>
    where TStep : struct, IStep<TState, TArg, TResult>
    where TState : struct
    where TArg : struct
    where TResult : struct
{
    public ModelRmw(TableLayout<TState> layout)
        : base(layout) => Memory = new(Depth);

    /// <summary>What the kernel updates.</summary>
    public Rmw<TStep, TState, TArg, TResult> Memory { get; }

    protected override TState this[uint index]
    {
        get => Memory.State(index);
        set => Memory.State(index) = value;
    }
}

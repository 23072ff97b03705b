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

/// <summary>A lookup table.</summary>
internal sealed class ModelTable<T>(TableLayout<T> layout) : IModelTable
    where T : struct
{
    /// <summary>What the kernel reads.</summary>
    public Table<T> Memory { get; } = new(layout.Info.Depth);

    /// <inheritdoc/>
    public void Commit(uint index, ReadOnlySpan<uint> words)
    {
        if (index >= Memory.Depth)
        {
            return;
        }

        layout.Unpack(words, out T entry);
        Memory.Write(index, entry);
    }

    /// <inheritdoc/>
    public void Read(uint index, Span<uint> words)
    {
        if (index < Memory.Depth)
        {
            layout.Pack(Memory.Read(index), words);
        }
    }
}

/// <summary>The sums of a counter.</summary>
internal sealed class ModelCounter(TableLayout<ulong> layout) : IModelTable
{
    /// <summary>What the kernel adds to.</summary>
    public Counter Memory { get; } = new(layout.Info.Depth);

    /// <inheritdoc/>
    public void Commit(uint index, ReadOnlySpan<uint> words)
    {
        if (index < Memory.Depth)
        {
            layout.Unpack(words, out Memory.Sum(index));
        }
    }

    /// <inheritdoc/>
    public void Read(uint index, Span<uint> words)
    {
        if (index < Memory.Depth)
        {
            layout.Pack(Memory.Sum(index), words);
        }
    }
}

/// <summary>The states of a read-modify-write.</summary>
internal sealed class ModelRmw<TStep, TState, TArg, TResult>(
    TableLayout<TState> layout) : IModelTable
    where TStep : struct, IStep<TState, TArg, TResult>
    where TState : struct
    where TArg : struct
    where TResult : struct
{
    /// <summary>What the kernel updates.</summary>
    public Rmw<TStep, TState, TArg, TResult> Memory { get; } = new(layout.Info.Depth);

    /// <inheritdoc/>
    public void Commit(uint index, ReadOnlySpan<uint> words)
    {
        if (index >= Memory.Depth)
        {
            return;
        }

        layout.Unpack(words, out TState state);
        Memory.State(index) = state;
    }

    /// <inheritdoc/>
    public void Read(uint index, Span<uint> words)
    {
        if (index < Memory.Depth)
        {
            layout.Pack(Memory.State(index), words);
        }
    }
}

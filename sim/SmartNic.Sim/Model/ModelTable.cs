using SmartNic.Hls.Language;

namespace SmartNic.Sim.Model;

/// <summary>One memory as the host sees it: entries of so many 32-bit words.</summary>
internal interface IModelTable
{
    /// <summary>TABLE_COMMIT: all bits of one entry at once; nothing beyond the depth.</summary>
    void Commit(uint index, ReadOnlySpan<uint> words);

    /// <summary>TABLE_READ: the words of one entry; leaves them zero beyond the depth.</summary>
    void Read(uint index, Span<uint> words);
}

/// <summary>Entry to words, by the generated layouts.</summary>
internal delegate void Pack<T>(in T entry, Span<uint> words);

/// <summary>Words to entry, by the generated layouts.</summary>
internal delegate void Unpack<T>(ReadOnlySpan<uint> words, out T entry);

/// <summary>A lookup table.</summary>
internal sealed class ModelTable<T>(int depth, Pack<T> pack, Unpack<T> unpack) : IModelTable
    where T : struct
{
    /// <summary>What the kernel reads.</summary>
    public Table<T> Memory { get; } = new(depth);

    /// <inheritdoc/>
    public void Commit(uint index, ReadOnlySpan<uint> words)
    {
        if (index >= Memory.Depth)
        {
            return;
        }

        unpack(words, out T entry);
        Memory.Write(index, entry);
    }

    /// <inheritdoc/>
    public void Read(uint index, Span<uint> words)
    {
        if (index < Memory.Depth)
        {
            pack(Memory.Read(index), words);
        }
    }
}

/// <summary>The states of a read-modify-write.</summary>
internal sealed class ModelRmw<TStep, TState, TArg, TResult>(
    int depth, Pack<TState> pack, Unpack<TState> unpack) : IModelTable
    where TStep : struct, IStep<TState, TArg, TResult>
    where TState : struct
    where TArg : struct
    where TResult : struct
{
    /// <summary>What the kernel updates.</summary>
    public Rmw<TStep, TState, TArg, TResult> Memory { get; } = new(depth);

    /// <inheritdoc/>
    public void Commit(uint index, ReadOnlySpan<uint> words)
    {
        if (index >= Memory.Depth)
        {
            return;
        }

        unpack(words, out TState state);
        Memory.State(index) = state;
    }

    /// <inheritdoc/>
    public void Read(uint index, Span<uint> words)
    {
        if (index < Memory.Depth)
        {
            pack(Memory.State(index), words);
        }
    }
}

namespace SmartNic.Hls.Language;

/// <summary>
/// Sums of 64 bits by index, one addition per packet. In hardware an <see
/// cref="Rmw{TStep,TState,TArg,TResult}"/> with <see cref="CountStep"/>: the same ports, the same
/// shell.
/// </summary>
/// <param name="depth">Number of sums, a power of two.</param>
/// <exception cref="ArgumentException">The depth is not a power of two.</exception>
public sealed class Counter(int depth)
{
    private readonly Rmw<CountStep, ulong, uint, ulong> _sums = new(depth);

    /// <summary>Number of sums.</summary>
    public int Depth => _sums.Depth;

    /// <summary>Adds to a sum, modulo 2^64, and gives the new one.</summary>
    /// <param name="index">Only the low log2(<see cref="Depth"/>) bits count.</param>
    /// <param name="amount">What is added.</param>
    public ulong Add(uint index, uint amount) => _sums.Apply(index, amount);

    /// <summary>The sum at an index, for the host.</summary>
    public ref ulong Sum(uint index) => ref _sums.State(index);
}

/// <summary>The update of a <see cref="Counter"/>.</summary>
public struct CountStep : IStep<ulong, uint, ulong>
{
    /// <summary>The new sum.</summary>
    public static ulong Step(ref ulong state, in uint arg)
    {
        state += arg;
        return state;
    }
}

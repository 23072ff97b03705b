using System.Numerics;

namespace SmartNic.Hls.Language;

/// <summary>
/// A memory that a packet reads, modifies and writes, at one packet per clock. Natively an array
/// with
/// sequential semantics, which is the specification; in hardware the ports <c>x_valid</c>,
/// <c>x_addr</c>, <c>x_arg</c> and <c>x_result</c> of a forwarding shell.
/// </summary>
/// <typeparam name="TStep">The update function.</typeparam>
/// <typeparam name="TState">What the memory holds.</typeparam>
/// <typeparam name="TArg">What the packet brings.</typeparam>
/// <typeparam name="TResult">What the packet learns.</typeparam>
public sealed class Rmw<TStep, TState, TArg, TResult>
    where TStep : struct, IStep<TState, TArg, TResult>
    where TState : struct
    where TArg : struct
    where TResult : struct
{
    private readonly TState[] _states;
    private readonly uint _mask;

    /// <summary>A memory of zeroed states.</summary>
    /// <param name="depth">Number of states, a power of two.</param>
    /// <exception cref="ArgumentException">The depth is not a power of two.</exception>
    public Rmw(int depth)
    {
        if (depth < 1 || !BitOperations.IsPow2(depth))
            throw new ArgumentException($"depth {depth} is not a power of two", nameof(depth));
        _states = new TState[depth];
        _mask = (uint)depth - 1;
    }

    /// <summary>Number of states.</summary>
    public int Depth => _states.Length;

    /// <summary>Runs the update function on one state.</summary>
    /// <param name="index">Only the low log2(<see cref="Depth"/>) bits count.</param>
    /// <param name="arg">What the packet brings.</param>
    public TResult Apply(uint index, in TArg arg) => TStep.Step(ref _states[index & _mask], in arg);

    /// <summary>The state at an index, for the host.</summary>
    public ref TState State(uint index) => ref _states[index & _mask];
}

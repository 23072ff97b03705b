using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>
/// Update state that belongs to a record, by the record's index. A state of another incarnation is
/// that of a record that is gone: it starts clean. Nobody has to clear it.
/// </summary>
/// <typeparam name="TState">The state itself.</typeparam>
public struct Owned<TState>
    where TState : struct
{
    /// <summary>Incarnation of the record whose state it is.</summary>
    public byte Incarnation;

    /// <summary>The state.</summary>
    public TState State;
}

/// <summary>What a packet brings to the state of its record.</summary>
/// <typeparam name="TArg">The argument itself.</typeparam>
public struct OwnedArg<TArg>
    where TArg : struct
{
    /// <summary>Incarnation of the record that the packet found.</summary>
    public byte Incarnation;

    /// <summary>The argument.</summary>
    public TArg Arg;
}

/// <summary>An update of the state of a record.</summary>
/// <typeparam name="TStep">The update of a state, whoever owns it.</typeparam>
/// <typeparam name="TState">The state.</typeparam>
/// <typeparam name="TArg">What a packet brings.</typeparam>
/// <typeparam name="TResult">What it learns.</typeparam>
public struct OwnedStep<TStep, TState, TArg, TResult>
    : IStep<Owned<TState>, OwnedArg<TArg>, TResult>
    where TStep : struct, IStep<TState, TArg, TResult>
    where TState : struct
    where TArg : struct
    where TResult : struct
{
    /// <inheritdoc/>
    public static TResult Step(ref Owned<TState> state, in OwnedArg<TArg> arg)
    {
        TState own = state.Incarnation == arg.Incarnation ? state.State : default;
        TResult result = TStep.Step(ref own, arg.Arg);
        state.Incarnation = arg.Incarnation;
        state.State = own;
        return result;
    }
}

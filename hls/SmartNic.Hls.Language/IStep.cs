namespace SmartNic.Hls.Language;

/// <summary>The update function of an Rmw: one clock of combinational logic in hardware.</summary>
/// <typeparam name="TState">What the memory holds.</typeparam>
/// <typeparam name="TArg">What the packet brings.</typeparam>
/// <typeparam name="TResult">What the packet learns.</typeparam>
public interface IStep<TState, TArg, TResult>
    where TState : struct
    where TArg : struct
    where TResult : struct
{
    /// <summary>Replaces the state and gives the result.</summary>
    static abstract TResult Step(ref TState state, in TArg arg);
}

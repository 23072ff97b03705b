namespace SmartNic.Hls.Language;

/// <summary>
/// One state that every packet may read, modify and write: an <see
/// cref="Rmw{TStep,TState,TArg,TResult}"/> without an address. In hardware flip-flops around the
/// step (<c>snic_register</c>), and the result comes a clock after the argument.
/// </summary>
/// <typeparam name="TStep">The update function.</typeparam>
/// <typeparam name="TState">What the register holds; zero at first.</typeparam>
/// <typeparam name="TArg">What the packet brings.</typeparam>
/// <typeparam name="TResult">What the packet learns.</typeparam>
public sealed class Register<TStep, TState, TArg, TResult>
    where TStep : struct, IStep<TState, TArg, TResult>
    where TState : struct
    where TArg : struct
    where TResult : struct
{
    private TState _state;

    /// <summary>The state, for the host.</summary>
    public ref TState State => ref _state;

    /// <summary>Runs the update function on the state.</summary>
    /// <param name="arg">What the packet brings.</param>
    public TResult Apply(in TArg arg) => TStep.Step(ref _state, in arg);
}

using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Il;

/// <summary>What is known at one point of one way through the code.</summary>
internal sealed class State
{
    /// <summary>Values of all places.</summary>
    public Dictionary<Cell, IlValue> Cells { get; init; } = [];

    /// <summary>Decisions from the start of the kernel to here.</summary>
    public Decision? Path { get; set; }

    /// <summary>The evaluation stack of the method that runs.</summary>
    public Stack<IlValue> Stack { get; init; } = new();

    /// <summary>The same, on one side of a decision.</summary>
    public State Fork(Decision path) => new()
    {
        Cells = new(Cells),
        Path = path,
        Stack = new(Stack.Reverse()),
    };
}

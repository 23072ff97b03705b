using SmartNic.Kernels;

namespace SmartNic.Registers;

/// <summary>A reason as programs and documents call it.</summary>
/// <param name="Number">Its number, and a counter of all.</param>
/// <param name="Name">Its name in snake case.</param>
/// <param name="Directions">Where it is counted.</param>
public sealed record ReasonInfo(Reason Number, string Name, Directions Directions)
{
    /// <summary>Its class.</summary>
    public Outcome Outcome => CounterIndex.OutcomeOf(Number);
}

/// <summary>A class of reasons as programs and documents call it.</summary>
/// <param name="Number">Its first reason.</param>
/// <param name="Name">Its name in snake case.</param>
public sealed record OutcomeInfo(Outcome Number, string Name)
{
    /// <summary>Whether what has it was dropped.</summary>
    public bool IsDrop => CounterIndex.IsDrop(Number);
}

namespace SmartNic.Sim;

/// <summary>How frames of different inputs are related in time.</summary>
public enum SimMode
{
    /// <summary>Each input on its own; time advances 4 ns a clock.</summary>
    Parallel = 0,

    /// <summary>
    /// In the order of the calls over all inputs, each at its own time stamp, with so few bytes in
    /// flight that no queue of the board overflows.
    /// </summary>
    Ordered = 1,
}

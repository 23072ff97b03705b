namespace SmartNic.Kernels;

/// <summary>
/// Where a packet is counted, twice in one clock: for its tenant by outcome, and for all by reason.
/// </summary>
public static class CounterIndex
{
    /// <summary>Outcomes that are told apart for a tenant.</summary>
    public const int Outcomes = 16;

    /// <summary>Numbers of reasons.</summary>
    public const int Reasons = 256;

    /// <summary>Bits of an index (REGISTERS.md, COUNTER_SELECT).</summary>
    public const int Bits = 17;

    private const uint OfAll = 1 << (Bits - 1);

    /// <summary>The index of {tenant, outcome}; tenant 0 is of whom no tenant is known.</summary>
    public static uint Of(ushort tenant, Outcome outcome) =>
        ((uint)tenant * Outcomes) + (uint)PlaceOf(outcome);

    /// <summary>The index of a reason, for all.</summary>
    public static uint Of(Reason reason) => OfAll | (uint)reason;

    /// <summary>Which of the outcomes of a tenant it is.</summary>
    public static int PlaceOf(Outcome outcome) => (int)outcome / Outcomes;

    /// <summary>The class of a reason.</summary>
    public static Outcome OutcomeOf(Reason reason) => (Outcome)((uint)reason & ~(Outcomes - 1u));

    /// <summary>Whether what has this outcome was dropped.</summary>
    public static bool IsDrop(Outcome outcome) => outcome >= Outcome.Malformed;
}

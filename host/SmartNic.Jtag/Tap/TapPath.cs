namespace SmartNic.Jtag.Tap;

/// <summary>The shortest way from state to state.</summary>
public static class TapPath
{
    // Next state with TMS low and high, in the order of TapState.
    private static readonly (TapState Low, TapState High)[] Next =
    [
        (TapState.Idle, TapState.Reset),
        (TapState.Idle, TapState.SelectDr),
        (TapState.CaptureDr, TapState.SelectIr),
        (TapState.ShiftDr, TapState.Exit1Dr),
        (TapState.ShiftDr, TapState.Exit1Dr),
        (TapState.PauseDr, TapState.UpdateDr),
        (TapState.PauseDr, TapState.Exit2Dr),
        (TapState.ShiftDr, TapState.UpdateDr),
        (TapState.Idle, TapState.SelectDr),
        (TapState.CaptureIr, TapState.Reset),
        (TapState.ShiftIr, TapState.Exit1Ir),
        (TapState.ShiftIr, TapState.Exit1Ir),
        (TapState.PauseIr, TapState.UpdateIr),
        (TapState.PauseIr, TapState.Exit2Ir),
        (TapState.ShiftIr, TapState.UpdateIr),
        (TapState.Idle, TapState.SelectDr),
    ];

    /// <summary>The state after one clock.</summary>
    public static TapState Step(TapState from, bool tms) =>
        tms ? Next[(int)from].High : Next[(int)from].Low;

    /// <summary>TMS of the shortest way.</summary>
    /// <param name="from">State to leave.</param>
    /// <param name="to">State to reach.</param>
    /// <returns>Bits, the first in bit 0, and their number; 0 when already there.</returns>
    public static (uint Bits, int Count) Find(TapState from, TapState to)
    {
        // Sixteen states: a search in breadth, the first to arrive is the shortest.
        Queue<(TapState State, uint Bits, int Count)> open = new([(from, 0, 0)]);
        HashSet<TapState> seen = [from];
        while (true)
        {
            var (state, bits, count) = open.Dequeue();
            if (state == to)
            {
                return (bits, count);
            }

            foreach (bool tms in (bool[])[false, true])
            {
                var next = Step(state, tms);
                if (seen.Add(next))
                {
                    open.Enqueue((next, tms ? bits | (1u << count) : bits, count + 1));
                }
            }
        }
    }
}

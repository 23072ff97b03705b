namespace SmartNic.Jtag.Tap;

/// <summary>Keeps track of the state that all ports of a chain are in.</summary>
public sealed class TapController
{
    /// <summary>Begins with a reset, since the state is not known.</summary>
    public TapController(IJtagLink link)
    {
        Link = link;
        Reset();
    }

    /// <summary>The pins.</summary>
    public IJtagLink Link { get; }

    /// <summary>State after everything that was asked for.</summary>
    public TapState State { get; private set; }

    /// <summary>Five clocks with TMS high lead to Test-Logic-Reset from anywhere.</summary>
    public void Reset()
    {
        Link.Tms(0b11111, 5);
        State = TapState.Reset;
    }

    /// <summary>Goes to a state by the shortest way.</summary>
    public void GoTo(TapState state)
    {
        var (bits, count) = TapPath.Find(State, state);
        if (count > 0)
        {
            Link.Tms(bits, count);
        }

        State = state;
    }

    /// <summary>Clocks in Run-Test/Idle.</summary>
    public void Idle(long clocks)
    {
        GoTo(TapState.Idle);
        Link.Idle(clocks);
    }

    /// <summary>Shifts without reading, from the state Shift-IR or Shift-DR.</summary>
    /// <param name="tdi">Bits to shift.</param>
    /// <param name="bits">How many.</param>
    /// <param name="isLast">Whether to go to Exit1 with the last.</param>
    public void Shift(ReadOnlySpan<byte> tdi, long bits, bool isLast)
    {
        Link.Shift(tdi, bits, isLast);
        Leave(isLast);
    }

    /// <summary>Shifts and reads, from the state Shift-IR or Shift-DR.</summary>
    /// <param name="tdi">Bits to shift.</param>
    /// <param name="tdo">Receives as many.</param>
    /// <param name="bits">How many.</param>
    /// <param name="isLast">Whether to go to Exit1 with the last.</param>
    public void ShiftRead(ReadOnlySpan<byte> tdi, Span<byte> tdo, long bits, bool isLast)
    {
        Link.ShiftRead(tdi, tdo, bits, isLast);
        Leave(isLast);
    }

    private void Leave(bool isLast)
    {
        if (isLast)
        {
            State = TapPath.Step(State, tms: true);
        }
    }
}

namespace SmartNic.Features;

/// <summary>
/// Which sessions are due: a ring of lists by deadline. A deadline that moves on stays where it is
/// until it comes up, and is put further then; one beyond the ring comes up once a turn.
/// </summary>
internal sealed class SessionWheel
{
    /// <summary>A list is for 2^27 ns, 134 ms; a turn is 275 s.</summary>
    private const int TickBits = 27;

    private const int Slots = 2048;
    private readonly RowLists _lists;
    private ulong _tick;

    /// <param name="rows">Most sessions.</param>
    public SessionWheel(int rows) => _lists = new(rows, Slots);

    /// <summary>Puts a session to its deadline.</summary>
    public void Put(int row, ulong deadlineNs) =>
        _lists.Append((int)(SlotTick(deadlineNs) % Slots), row);

    /// <summary>Takes a session out.</summary>
    public void Remove(int row) => _lists.Remove(row);

    /// <summary>The next session that may be due; it is taken out.</summary>
    /// <param name="nowNs">The present.</param>
    /// <param name="row">The session.</param>
    /// <returns>False when none is left that is due.</returns>
    public bool TryTake(ulong nowNs, out int row)
    {
        var now = nowNs >> TickBits;

        // After a long pause one turn shows all there are.
        _tick = now > _tick + Slots ? now - Slots : _tick;
        for (; _tick < now; _tick++)
        {
            row = _lists.First((int)(_tick % Slots));
            if (row != RowLists.None)
            {
                _lists.Remove(row);
                return true;
            }
        }

        row = RowLists.None;
        return false;
    }

    /// <summary>Whole ticks only: a list comes up when all of its deadlines have passed.</summary>
    private ulong SlotTick(ulong deadlineNs) =>
        Math.Clamp(deadlineNs >> TickBits, _tick, _tick + Slots - 1);
}

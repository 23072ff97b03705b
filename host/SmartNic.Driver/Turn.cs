namespace SmartNic.Driver;

/// <summary>
/// Turns of the threads that use a board, first come, first served as far as two are concerned: who
/// gives its turn back and wants the next one waits for whoever waits already. Not recursive.
/// </summary>
internal sealed class Turn
{
    private readonly Lock _door = new();
    private readonly Lock _room = new();

    /// <summary>Waits for a turn, which ends with the result.</summary>
    public Ticket Take()
    {
        lock (_door)
        {
            _room.Enter();
        }

        return new Ticket(_room);
    }

    /// <summary>A turn under way.</summary>
    public readonly ref struct Ticket(Lock room)
    {
        /// <summary>Gives the turn back.</summary>
        public void Dispose() => room.Exit();
    }
}

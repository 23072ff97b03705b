namespace SmartNic.SlowPath.Queues;

/// <summary>One queue of one owner, as the scheduler sees it.</summary>
internal sealed class Lane(Sender sender, SendClass sendClass, BufferPool pool)
{
    /// <summary>Whose frames these are.</summary>
    public Sender Sender => sender;

    /// <summary>What kind of frames.</summary>
    public SendClass Class => sendClass;

    public FrameQueue Queue { get; } = new(pool);

    /// <summary>Bytes that it may send in this turn (deficit round robin).</summary>
    public int Deficit { get; set; }

    /// <summary>Whether this turn's bytes were given.</summary>
    public bool HasTurn { get; set; }

    /// <summary>The lane behind it in the ring.</summary>
    public Lane? Next { get; set; }
}

/// <summary>What a frame that goes back to the board is; each kind has its share of the port.
/// </summary>
internal enum SendClass
{
    /// <summary>Answers to the wire; a lane for each interface, and for pings apart.</summary>
    Wire,

    /// <summary>Answers to tenants; a lane for each.</summary>
    Answer,

    /// <summary>Tenants' own frames: replicas, and what is sent on; a lane for each tenant.
    /// </summary>
    Copy,
}

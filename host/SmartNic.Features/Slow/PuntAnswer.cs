namespace SmartNic.Features;

/// <summary>What is sent for a punt.</summary>
internal enum PuntWay
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The reply, to the wire that the punt came from.</summary>
    Wire,

    /// <summary>The reply, to the tenant that sent the punt.</summary>
    Host,

    /// <summary>The frame itself, or the reply in its place, to one next hop.</summary>
    Forward,

    /// <summary>The frame itself, or the reply in its place, to all flood remotes of its tenant.
    /// </summary>
    Flood,
}

/// <summary>What a handler decided.</summary>
/// <param name="Outcome">What is counted, if there is room for what is sent.</param>
/// <param name="Way">What is sent.</param>
internal readonly record struct PuntAnswer(SlowPathOutcome Outcome, PuntWay Way)
{
    /// <summary>Bytes of the reply; 0 where the frame itself is sent.</summary>
    public int Length { get; init; }

    /// <summary>Frames that the reply has in place of the one, each behind its length in two bytes;
    /// 0 where it is one frame and no more.</summary>
    public int Pieces { get; init; }

    /// <summary>Where to, for <see cref="PuntWay.Forward"/>.</summary>
    public ushort NextHop { get; init; }

    /// <summary>Whether a reply to the wire waits apart from those that others need to reach us.
    /// </summary>
    public bool IsBulk { get; init; }

    /// <summary>Nothing is sent.</summary>
    public static PuntAnswer Nothing(SlowPathOutcome outcome) => new(outcome, PuntWay.None);

    /// <summary>A reply to the wire; nothing when it has no bytes.</summary>
    public static PuntAnswer ToWire(SlowPathOutcome outcome, int length) =>
        new(outcome, length == 0 ? PuntWay.None : PuntWay.Wire) { Length = length };

    /// <summary>A reply to the tenant.</summary>
    public static PuntAnswer ToHost(SlowPathOutcome outcome, int length) =>
        new(outcome, PuntWay.Host) { Length = length };
}

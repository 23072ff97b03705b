namespace SmartNic.Kernels;

/// <content>What goes to the slow path, and comes from it.</content>
public static partial class Reasons
{
    /// <summary>Handed to the slow path, which answers for the gateway and finds what tables do not
    /// have.</summary>
    [CountedIn(Directions.Rx | Directions.Tx)]
    public const Reason Slow = (Reason)Outcome.SlowPath + 0;

    /// <summary>Injected by the slow path, and delivered to a tenant.</summary>
    [CountedIn(Directions.Tx)]
    public const Reason Answer = (Reason)Outcome.Answer + 0;

    /// <summary>The metadata header of an injected frame is not understood, or names no bound
    /// tenant.</summary>
    [CountedIn(Directions.Tx)]
    public const Reason BadInjection = (Reason)Outcome.Malformed + 7;

    /// <summary>The limit of packets to the slow path, of the tenant or of the wire, is used up.
    /// </summary>
    [CountedIn(Directions.Rx | Directions.Tx)]
    public const Reason SlowPathLimit = (Reason)Outcome.SlowPathLimit + 0;
}

namespace SmartNic.Kernels;

/// <summary>
/// The reasons: a part in the folder of each feature that has some, here those of all. A constant
/// is the class, and the place in it: 16 a class. Its name in JSON is its name in snake case.
/// <c>reasons.lock</c> keeps the numbers for ever, <c>REASONS.md</c> lists them.
/// </summary>
public static partial class Reasons
{
    /// <summary>Delivered to a tenant: green, or not metered.</summary>
    [CountedIn(Directions.Rx)]
    public const Reason Host = (Reason)Outcome.Delivered + 1;

    /// <summary>Sent to the wire.</summary>
    [CountedIn(Directions.Tx)]
    public const Reason Wire = (Reason)Outcome.Delivered + 2;

    /// <summary>Marked bad on its way in, longer than 9216 bytes, or shorter than an Ethernet
    /// header.</summary>
    [CountedIn(Directions.Rx | Directions.Tx)]
    public const Reason BadFrame = (Reason)Outcome.Malformed + 0;

    /// <summary>The output queue had no room (decided by egress).</summary>
    [CountedIn(Directions.Rx | Directions.Tx)]
    public const Reason QueueFull = (Reason)Outcome.QueueFull + 0;
}

namespace SmartNic.Kernels;

/// <content>What a meter has coloured (RFC 2697, RFC 2698, RFC 4115).</content>
public static partial class Reasons
{
    /// <summary>Delivered to a tenant, or sent for it, yellow by its meter (RFC 2698 section 3).
    /// </summary>
    [CountedIn(Directions.Rx | Directions.Tx)]
    public const Reason Yellow = (Reason)Outcome.DeliveredYellow + 0;

    /// <summary>Delivered to a tenant, or sent for it, red by its meter, and the tenant lets these
    /// pass.</summary>
    [CountedIn(Directions.Rx | Directions.Tx)]
    public const Reason Red = (Reason)Outcome.DeliveredYellow + 1;

    /// <summary>Yellow by the tenant's meter (RFC 2698 section 3), and the tenant drops these.
    /// </summary>
    [CountedIn(Directions.Rx | Directions.Tx)]
    public const Reason YellowDropped = (Reason)Outcome.CommittedRate + 0;

    /// <summary>Red by the tenant's meter (RFC 2698 section 3), and the tenant drops these.
    /// </summary>
    [CountedIn(Directions.Rx | Directions.Tx)]
    public const Reason RateExceeded = (Reason)Outcome.Rate + 0;
}

namespace SmartNic.Kernels;

/// <content>What a meter has coloured (RFC 2698 section 2).</content>
public static partial class Reasons
{
    /// <summary>Delivered to a tenant, yellow by its meter (RFC 2698 section 3).</summary>
    [CountedIn(Directions.Rx)]
    public const Reason Yellow = (Reason)Outcome.DeliveredYellow + 0;

    /// <summary>Yellow by the tenant's meter (RFC 2698 section 3), and the tenant drops these.
    /// </summary>
    [CountedIn(Directions.Rx)]
    public const Reason YellowDropped = (Reason)Outcome.CommittedRate + 0;

    /// <summary>Red by the tenant's meter (RFC 2698 section 3).</summary>
    [CountedIn(Directions.Rx)]
    public const Reason RateExceeded = (Reason)Outcome.Rate + 0;
}

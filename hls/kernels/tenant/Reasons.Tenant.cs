namespace SmartNic.Kernels;

/// <content>What is of no tenant.</content>
public static partial class Reasons
{
    /// <summary>No tenant has this VNI (RFC 7348 section 4.1).</summary>
    [CountedIn(Directions.Rx)]
    public const Reason UnknownVni = (Reason)Outcome.Unknown + 1;

    /// <summary>The host queue is bound to no tenant.</summary>
    [CountedIn(Directions.Tx)]
    public const Reason UnknownPort = (Reason)Outcome.Unknown + 2;
}

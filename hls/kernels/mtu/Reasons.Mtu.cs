namespace SmartNic.Kernels;

/// <content>What is too long for its way.</content>
public static partial class Reasons
{
    /// <summary>Longer than the MTU of its tenant or of the way to its destination, and nobody can
    /// be told: no IP, with bytes behind it that do not fit, or made by the slow path (RFC 1191
    /// section 3, RFC 8201 section 3).</summary>
    [CountedIn(Directions.Tx)]
    public const Reason MtuExceeded = (Reason)Outcome.TooBig + 1;
}

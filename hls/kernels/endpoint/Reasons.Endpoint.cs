namespace SmartNic.Kernels;

/// <content>What is for nobody here.</content>
public static partial class Reasons
{
    /// <summary>Outer destination, or ARP target, is not an endpoint of this interface (RFC 1122
    /// section 3.2.1.3, RFC 826).</summary>
    [CountedIn(Directions.Rx)]
    public const Reason ForeignAddress = (Reason)Outcome.Unknown + 0;
}

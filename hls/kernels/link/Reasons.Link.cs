namespace SmartNic.Kernels;

/// <content>What comes through a link.</content>
public static partial class Reasons
{
    /// <summary>No tenant has a link between these two addresses, with this key (RFC 2890 section
    /// 2.1).</summary>
    [CountedIn(Directions.Rx)]
    public const Reason UnknownLink = (Reason)Outcome.Unknown + 4;

    /// <summary>An inner IP header has another version than it was announced with, or is cut short
    /// (RFC 791 section 3.1, RFC 8200 section 3).</summary>
    [CountedIn(Directions.Rx)]
    public const Reason InnerHeader = (Reason)Outcome.Malformed + 9;

    /// <summary>The way to its destination carries IP without Ethernet, and the frame has no IP
    /// header right behind its own, or not a whole one.</summary>
    [CountedIn(Directions.Tx)]
    public const Reason NotIp = (Reason)Outcome.Unsupported + 7;
}

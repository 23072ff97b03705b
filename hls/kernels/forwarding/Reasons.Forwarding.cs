namespace SmartNic.Kernels;

/// <content>What has no way.</content>
public static partial class Reasons
{
    /// <summary>An injected packet found no next hop, or a next hop is not valid.</summary>
    [CountedIn(Directions.Tx)]
    public const Reason NoRoute = (Reason)Outcome.Unknown + 3;
}

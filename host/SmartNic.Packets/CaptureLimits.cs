namespace SmartNic.Packets;

/// <summary>
/// Limits on what a capture may contain, so that a damaged file cannot ask for more.
/// </summary>
public static class CaptureLimits
{
    /// <summary>Longest packet, in bytes: the maximum snapshot length of libpcap, 2^18.</summary>
    public const int MaxPacketBytes = 262144;

    /// <summary>Longest pcapng block, in bytes: a packet with room for a MiB of options.</summary>
    internal const int MaxBlockBytes = MaxPacketBytes + (1 << 20);

    /// <summary>Most interfaces in one pcapng section.</summary>
    internal const int MaxInterfaces = 4096;
}

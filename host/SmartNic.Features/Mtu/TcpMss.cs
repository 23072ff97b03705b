namespace SmartNic.Features;

/// <summary>What happens to the MSS that a tenant's TCP SYN announce (RFC 9293 section 3.7.1).
/// </summary>
public enum TcpMss
{
    /// <summary>It stays.</summary>
    Keep,

    /// <summary>It is held to what the way's MTU lets through.</summary>
    Clamp,
}

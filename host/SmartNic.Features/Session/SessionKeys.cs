using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>The two directions of a session.</summary>
internal static class SessionKeys
{
    /// <summary>The key of the other direction.</summary>
    /// <param name="key">That of one.</param>
    /// <param name="other">That of the other.</param>
    /// <returns>False for ICMP that nobody answers.</returns>
    public static bool TryInvert(in SessionKey key, out SessionKey other)
    {
        other = key;
        other.Source = key.Destination;
        other.Destination = key.Source;
        if (!IsIcmp(key))
        {
            other.SourcePort = key.DestinationPort;
            other.DestinationPort = key.SourcePort;
            return true;
        }

        var answer = Answer(key.IsIp6, key.SourcePort >> 8);
        other.SourcePort = (ushort)((answer << 8) | (key.SourcePort & 0xFF));
        return answer >= 0;
    }

    /// <summary>Whether a packet that belongs to no session may begin one: of ICMP a question may.
    /// </summary>
    public static bool MayBegin(in SessionKey key) => !IsIcmp(key)
        || (key.IsIp6 ? key.SourcePort >> 8 is 128 or 139
            : key.SourcePort >> 8 is 8 or 13 or 15 or 17);

    /// <summary>It is ICMP, or ICMPv6 in IPv6.</summary>
    public static bool IsIcmp(in SessionKey key) =>
        key.Protocol == (key.IsIp6 ? Protocol.Icmpv6 : Protocol.Icmp);

    /// <summary>One hash for both directions.</summary>
    /// <param name="key">That of one.</param>
    /// <param name="other">That of the other.</param>
    /// <param name="secret">Nobody outside knows it, so that nobody makes keys that collide.
    /// </param>
    public static uint Hash(in SessionKey key, in SessionKey other, ulong secret)
    {
        var mixed = IsFirst(key, other)
            ? SessionKey.Mix(key, secret) : SessionKey.Mix(other, secret);
        return (uint)(mixed ^ (mixed >> 32));
    }

    private static bool IsFirst(in SessionKey x, in SessionKey y) =>
        x.Source != y.Source ? x.Source < y.Source
        : x.SourcePort != y.SourcePort ? x.SourcePort < y.SourcePort
        : x.DestinationPort <= y.DestinationPort;

    /// <summary>Echo, timestamp, information and mask (RFC 792, RFC 950); echo and node
    /// information (RFC 4443, RFC 4620).</summary>
    private static int Answer(bool isIp6, int type) => (isIp6, type) switch
    {
        (false, 0) => 8,
        (false, 8) => 0,
        (false, 13 or 15 or 17) => type + 1,
        (false, 14 or 16 or 18) => type - 1,
        (true, 128 or 139) => type + 1,
        (true, 129 or 140) => type - 1,
        _ => -1,
    };
}

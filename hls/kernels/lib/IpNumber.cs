namespace SmartNic.Kernels;

/// <summary>
/// IP addresses as numbers of 128 bits in host order: IPv6, or IPv4 mapped into it as
/// ::ffff:192.0.2.1 (RFC 4291 section 2.5.5.2). So one table holds both.
/// </summary>
public static class IpNumber
{
    /// <summary>An IPv4 address.</summary>
    /// <param name="ip">In host order.</param>
    public static UInt128 Mapped(uint ip) => new(0, 0xFFFF_0000_0000UL | ip);

    /// <summary>Whether an address is one of IPv4.</summary>
    public static bool IsMapped(UInt128 ip) => ip >> 32 == 0xFFFF;

    /// <summary>All bits of an address mixed with a secret.</summary>
    public static ulong Mix(UInt128 ip, ulong hashKey) => Hashes.Mix64(
        Hashes.Mix64((ulong)(ip >> 64), hashKey) ^ (ulong)ip, hashKey);

    /// <summary>
    /// Whether an IPv6 address may be that of a station: none of ::/64 (unspecified, loopback,
    /// mapped; RFC 4291 section 2.5) and no group (section 2.7).
    /// </summary>
    public static bool IsStation6(UInt128 ip) =>
        (ulong)(ip >> 64) != 0 & (byte)(ip >> 120) != 0xFF;

    /// <summary>
    /// Whether an IPv4 address may be that of a station (RFC 1122 section 3.2.1.3): not of
    /// network 0 or 127, no group, no broadcast.
    /// </summary>
    public static bool IsStation4(uint ip)
    {
        byte network = (byte)(ip >> 24);
        return network != 0 & network != 127 & network < 224;
    }
}

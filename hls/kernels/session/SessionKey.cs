using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>
/// One direction of a session: what its packets have in common. Tenants of one zone share their
/// sessions, whatever port or tunnel a packet comes by (US 2021/0218623).
/// </summary>
public struct SessionKey : IKey<SessionKey>
{
    /// <summary>The zone: that of a tenant's <see cref="Tracking"/>.</summary>
    public U24 Zone;

    /// <summary>It is IPv6: addresses alone do not say, as those of IPv4 can be in it.</summary>
    public bool IsIp6;

    /// <summary>IP protocol number.</summary>
    public byte Protocol;

    /// <summary>Source port; type (high byte) and code of ICMP; 0 of what has none.</summary>
    public ushort SourcePort;

    /// <summary>Destination port; identifier of ICMP; 0 of what has none.</summary>
    public ushort DestinationPort;

    /// <summary>Source address, IPv4 mapped (<see cref="IpNumber"/>).</summary>
    public UInt128 Source;

    /// <summary>Destination address, IPv4 mapped.</summary>
    public UInt128 Destination;

    /// <summary>That of a packet.</summary>
    /// <param name="zone">Its zone.</param>
    /// <param name="tuple">The packet.</param>
    public static SessionKey Of(U24 zone, in FiveTuple tuple)
    {
        SessionKey key = default;
        key.Zone = zone;
        key.IsIp6 = tuple.IsIp6;
        key.Protocol = tuple.Protocol;
        key.SourcePort = tuple.SourcePort;
        key.DestinationPort = (ushort)(tuple.DestinationPort | tuple.Identifier);
        key.Source = tuple.Source;
        key.Destination = tuple.Destination;
        return key;
    }

    /// <inheritdoc/>
    public static ulong Mix(in SessionKey key, ulong hashKey)
    {
        ulong rest = ((ulong)key.Protocol << 32)
            | ((ulong)key.SourcePort << 16) | key.DestinationPort;
        ulong zone = ((ulong)key.Zone << 1) | (key.IsIp6 ? 1UL : 0);
        ulong source = Hashes.Part((ulong)(key.Source >> 64), 0, hashKey)
            ^ Hashes.Part((ulong)key.Source, 1, hashKey);
        ulong destination = Hashes.Part((ulong)(key.Destination >> 64), 2, hashKey)
            ^ Hashes.Part((ulong)key.Destination, 3, hashKey);
        ulong other = Hashes.Part(rest, 4, hashKey) ^ Hashes.Part(zone, 5, hashKey);
        return Hashes.Mix64(source ^ destination ^ other, hashKey);
    }

    /// <inheritdoc/>
    public static bool Same(in SessionKey x, in SessionKey y) =>
        x.Zone == y.Zone & x.IsIp6 == y.IsIp6 & x.Protocol == y.Protocol
        & x.SourcePort == y.SourcePort & x.DestinationPort == y.DestinationPort
        & x.Source == y.Source & x.Destination == y.Destination;
}

using SmartNic.Hls.Language;

namespace SmartNic.Kernels.Samples;

/// <summary>A tenant's connection over IPv6: 308 bits.</summary>
public struct ConnectionKey : IKey<ConnectionKey>
{
    /// <summary>The tenant.</summary>
    public U12 Tenant;

    /// <summary>IPv6 next header: the protocol above (RFC 8200).</summary>
    public byte Protocol;

    /// <summary>Ports of source and destination.</summary>
    public ushort SourcePort, DestinationPort;

    /// <summary>Halves of the source address.</summary>
    public ulong SourceHigh, SourceLow;

    /// <summary>Halves of the destination address.</summary>
    public ulong DestinationHigh, DestinationLow;

    /// <inheritdoc/>
    public static ulong Mix(in ConnectionKey key, ulong hashKey)
    {
        ulong rest = ((ulong)key.Tenant << 40) | ((ulong)key.Protocol << 32)
            | ((ulong)key.SourcePort << 16) | key.DestinationPort;
        ulong parts = Hashes.Part(key.SourceHigh, 0, hashKey)
            ^ Hashes.Part(key.SourceLow, 1, hashKey)
            ^ Hashes.Part(key.DestinationHigh, 2, hashKey)
            ^ Hashes.Part(key.DestinationLow, 3, hashKey) ^ Hashes.Part(rest, 4, hashKey);
        return Hashes.Mix64(parts, hashKey);
    }

    /// <inheritdoc/>
    public static bool Same(in ConnectionKey x, in ConnectionKey y) =>
        x.Tenant == y.Tenant & x.Protocol == y.Protocol & x.SourcePort == y.SourcePort
        & x.DestinationPort == y.DestinationPort & x.SourceHigh == y.SourceHigh
        & x.SourceLow == y.SourceLow & x.DestinationHigh == y.DestinationHigh
        & x.DestinationLow == y.DestinationLow;
}

/// <summary>Where a connection's packets go.</summary>
public struct ConnectionValue
{
    /// <summary>The next hop.</summary>
    public U12 NextHop;
}

/// <summary>Bytes of a connection.</summary>
public struct ConnectionStep : IStep<ulong, ushort, ulong>
{
    /// <inheritdoc/>
    public static ulong Step(ref ulong state, in ushort arg) => state += arg;
}

/// <summary>The connections of all tenants.</summary>
public struct ConnectionTables
{
    /// <summary>Where they are.</summary>
    [Depth(8192)]
    public RecordIndex<ConnectionKey> Index;

    /// <summary>The records.</summary>
    [Depth(65536)]
    public Table<Record<ConnectionKey, ConnectionValue>> Record;

    /// <summary>Their bytes.</summary>
    [Depth(65536)]
    public Rmw<OwnedStep<ConnectionStep, ulong, ushort, ulong>, Owned<ulong>, OwnedArg<ushort>,
        ulong> Bytes;
}

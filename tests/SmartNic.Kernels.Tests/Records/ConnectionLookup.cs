using SmartNic.Hls.Language;

namespace SmartNic.Kernels.Samples;

/// <summary>What a packet learns of its connection.</summary>
public struct ConnectionFate
{
    /// <summary>There is one.</summary>
    public bool Known;

    /// <summary>Where it goes.</summary>
    public U12 NextHop;

    /// <summary>The connection's bytes so far, this packet's included.</summary>
    public ulong Bytes;
}

/// <summary>A look-up by a wide key, and an update of what belongs to the record.</summary>
public static class ConnectionLookup
{
    /// <summary>The kernel.</summary>
    /// <param name="ip">At an IPv6 header without extensions, UDP or TCP behind it.</param>
    /// <param name="tenant">Whose packet it is.</param>
    /// <param name="length">Its bytes.</param>
    /// <param name="sessions">The connections.</param>
    [Kernel("snic_connection_lookup")]
    public static ConnectionFate Run(
        Window ip, U12 tenant, ushort length, in ConnectionTables sessions)
    {
        ConnectionKey key = default;
        key.Tenant = tenant;
        key.Protocol = ip.U8(6);
        key.SourceHigh = ip.U64(8);
        key.SourceLow = ip.U64(16);
        key.DestinationHigh = ip.U64(24);
        key.DestinationLow = ip.U64(32);
        key.SourcePort = ip.U16(40);
        key.DestinationPort = ip.U16(42);
        RecordHit<ConnectionValue> hit = RecordMatch.Find(sessions.Index, sessions.Record, key);
        ConnectionFate fate = default;
        if (!hit.Found)
        {
            return fate;
        }

        OwnedArg<ushort> arg = default;
        arg.Incarnation = hit.Incarnation;
        arg.Arg = length;
        fate.Known = true;
        fate.NextHop = hit.Value.NextHop;
        fate.Bytes = sessions.Bytes.Apply(hit.Index, arg);
        return fate;
    }
}

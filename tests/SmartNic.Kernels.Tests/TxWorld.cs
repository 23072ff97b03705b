using System.Buffers.Binary;
using SmartNic.Hls.Language;

namespace SmartNic.Kernels.Tests;

/// <summary>
/// Tables of one tenant (7, VNI 0xABCDEF, queue 9) with one address behind next hop 21.
/// </summary>
internal sealed class TxWorld
{
    public const ulong Peer = 0x02AA00000001;
    public const ulong Own = 0x02AA00000002;
    public const ulong HashKey = 0xFEDCBA9876543210;

    private readonly TxTables _tables = EmptyTables.Of<TxTables>();

    public TxWorld()
    {
        HostPort port = default;
        port.Valid = true;
        port.Tenant = (U12)7;
        port.Vni = (U24)0xABCDEF;
        _tables.Port.Write(9, port);
        ExactBucket<FdbKey, FdbValue> bucket = default;
        bucket.E1.Gen = (U2)3;
        bucket.E1.Key = new() { Tenant = (U12)7, Mac = (U48)Peer };
        bucket.E1.Value0.NextHop = (U12)21;
        bucket.E1.Value1.NextHop = (U12)22;
        _tables.Fdb.B.Write(ExactMatch.Buckets(bucket.E1.Key, HashKey).B, bucket);
        NextHop via = default;
        via.Valid = true;
        via.SourceIp = 0xC0000201;
        via.DestinationIp = 0xC0000202;
        via.SourceMac = (U48)0x020000000001;
        via.DestinationMac = (U48)0x020000000002;
        via.Ttl = 64;
        via.UdpPort = 4789;
        _tables.NextHop.Write(21, via);
    }

    /// <summary>Whether the tenant may send VLAN tags.</summary>
    public void KeepTags(bool keeps)
    {
        HostPort port = _tables.Port.Read(9);
        port.KeepsTags = keeps;
        _tables.Port.Write(9, port);
    }

    /// <summary>The UDP port of the next hop.</summary>
    public void UdpPort(ushort value)
    {
        NextHop via = _tables.NextHop.Read(21);
        via.UdpPort = value;
        _tables.NextHop.Write(21, via);
    }

    /// <summary>What becomes of a frame.</summary>
    public Verdict Run(byte[] frame, bool slow = false, uint queue = 9)
    {
        var buffer = new byte[Math.Max(Window.BufferBytes, frame.Length)];
        frame.AsSpan(0, Math.Min(frame.Length, Window.LengthBytes)).CopyTo(buffer);
        TxMeta meta = default;
        meta.Length = (U14)(uint)frame.Length;
        meta.Queue = (U12)queue;
        meta.HashKey = HashKey;
        meta.FromSlow = slow;
        return TxPipeline.Run(new Window(buffer), meta, _tables);
    }

    /// <summary>The bytes that a verdict puts in front.</summary>
    public static byte[] Prefix(in Verdict v)
    {
        var bytes = new byte[56];
        ulong[] words = [v.H0, v.H1, v.H2, v.H3, v.H4, v.H5, v.H6];
        for (int i = 0; i < words.Length; i++)
        {
            BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(8 * i), words[i]);
        }

        return bytes[..(int)(uint)v.Insert];
    }
}

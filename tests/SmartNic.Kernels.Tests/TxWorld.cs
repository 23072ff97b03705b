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
        Via(TunnelKind.Vxlan, RxWorld.Local, RxWorld.Remote);
    }

    /// <summary>Sets the way to the address.</summary>
    public void Via(
        TunnelKind kind, string source, string destination, ushort udpPort = 4789,
        byte[]? options = null, uint? key = null, byte dscp = 0, bool summed = false) =>
        _tables.NextHop.Write(21, new TunnelRoute(
            kind, RxWorld.Number(source), RxWorld.Number(destination),
            (U48)0x020000000001, (U48)0x020000000002)
        {
            UdpPort = udpPort,
            Options = options ?? [],
            Key = key,
            HasChecksum = summed,
            Dscp = dscp,
        }.ToNextHop());

    /// <summary>Changes the entry of the tenant's queue.</summary>
    public delegate void PortChange(ref HostPort port);

    /// <summary>Whether the tenant may send VLAN tags.</summary>
    public void KeepTags(bool keeps) => Port((ref HostPort port) => port.KeepsTags = keeps);

    /// <summary>Sets how much the way to the address carries.</summary>
    public void Path(int bytes)
    {
        NextHop hop = _tables.NextHop.Read(21);
        hop.Mtu = (U14)bytes;
        _tables.NextHop.Write(21, hop);
        FdbKey key = new() { Tenant = (U12)7, Mac = (U48)Peer };
        uint at = ExactMatch.Buckets(key, HashKey).B;
        var bucket = _tables.Fdb.B.Read(at);
        bucket.E1.Value0.Mtu = (U14)(bytes == 0 || hop.IsBare ? bytes : bytes - 14);
        _tables.Fdb.B.Write(at, bucket);
    }

    /// <summary>Changes the entry of the tenant's queue.</summary>
    public void Port(PortChange change)
    {
        HostPort port = _tables.Port.Read(9);
        change(ref port);
        _tables.Port.Write(9, port);
    }

    /// <summary>Sets the meter of what the tenant sends.</summary>
    public void Meter(in MeterConfig config) => _tables.SendMeter.Write(7, config);

    /// <summary>Sets the limit of what the tenant sends to the slow path.</summary>
    public void Limit(in MeterConfig config) => _tables.Meter.Write(7, config);

    /// <summary>Sets which rules hold for what the tenant sends.</summary>
    public void Firewall(in Workload workload) =>
        _tables.Firewall.Workload.Write(7, workload);

    /// <summary>What becomes of a frame.</summary>
    public Verdict Run(byte[] frame, bool slow = false, uint queue = 9)
    {
        var buffer = new byte[Math.Max(Window.BufferBytes, frame.Length)];
        frame.AsSpan(0, Math.Min(frame.Length, Window.LengthBytes)).CopyTo(buffer);
        TxMeta meta = default;
        meta.Length = (U14)(uint)frame.Length;
        meta.Sum = FrameSum.Of(frame);
        meta.Queue = (U12)queue;
        meta.HashKey = HashKey;
        meta.FromSlow = slow;
        return TxPipeline.Run(new Window(buffer), meta, _tables);
    }

    /// <summary>The outer headers that a verdict puts in front.</summary>
    public static byte[] Prefix(in Verdict v) => Bytes(v.Prefix, (int)(uint)v.PrefixBytes);

    /// <summary>The frame that egress makes of a verdict.</summary>
    public static byte[] Edited(in Verdict v, byte[] frame) =>
    [
        .. Prefix(v), .. Bytes(v.Edit, (int)(uint)v.EditBytes),
        .. frame.AsSpan(v.Resume, (int)(uint)v.Length),
    ];

    private static byte[] Bytes(ReadOnlySpan<ulong> words, int count)
    {
        var bytes = new byte[8 * words.Length];
        for (int i = 0; i < words.Length; i++)
        {
            BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(8 * i), words[i]);
        }

        return bytes[..count];
    }
}

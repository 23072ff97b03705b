using System.Buffers.Binary;
using System.Net;
using SmartNic.Hls.Language;

namespace SmartNic.Kernels.Tests;

/// <summary>
/// Tables of one endpoint (192.0.2.1, 2001:db8::1) and one VNI (100): tenant 7 and queue 9 in
/// generation 0, tenant 8 and queue 10 in generation 1.
/// </summary>
internal sealed class RxWorld
{
    public const string Local = "192.0.2.1";
    public const string Remote = "192.0.2.2";
    public const string Local6 = "2001:db8::1";
    public const string Remote6 = "2001:db8:ffff::2";
    public const ulong HashKey = 0x0123456789ABCDEF;

    private readonly RxTables _tables = EmptyTables.Of<RxTables>();

    public RxWorld(U2 gen = default, uint number = 100)
    {
        U2 alive = gen == (U2)0 ? (U2)3 : gen;
        Endpoint(4789, 3, alive: alive);
        ExactBucket<VniKey, VniValue> vni = default;
        vni.E3.Gen = alive;
        vni.E3.Key.Vni = (U24)number;
        vni.E3.Value0.Tenant = (U12)7;
        vni.E3.Value0.Queue = (U12)9;
        vni.E3.Value1.Tenant = (U12)8;
        vni.E3.Value1.Queue = (U12)10;
        _tables.Vni.A.Write(ExactMatch.Buckets(vni.E3.Key, HashKey).A, vni);
        foreach (var (local, remote) in ((string, string)[])[(Local, Remote), (Local6, Remote6)])
        {
            Source(0, local);
            Source(7, remote);
            Source(8, remote);
        }
    }

    /// <summary>The number of an address.</summary>
    public static UInt128 Number(string ip)
    {
        byte[] bytes = IPAddress.Parse(ip).GetAddressBytes();
        return bytes.Length == 16 ? BinaryPrimitives.ReadUInt128BigEndian(bytes)
            : IpNumber.Mapped(BinaryPrimitives.ReadUInt32BigEndian(bytes));
    }

    /// <summary>Sets where the endpoint is reached, and what ends there besides VXLAN.</summary>
    public void Endpoint(
        ushort udpPort, byte port, bool geneve = false, bool nvgre = false, U2? alive = null)
    {
        EndpointValue value = default;
        value.UdpPort = udpPort;
        value.Geneve = geneve;
        value.Nvgre = nvgre;
        value.Interface = (U4)port;
        foreach (string local in (string[])[Local, Local6])
        {
            EndpointKey key = new() { Ip = Number(local) };
            uint at = ExactMatch.Buckets(key, HashKey).B;
            var bucket = _tables.Endpoint.B.Read(at);
            bucket.E2.Gen = alive ?? bucket.E2.Gen;
            bucket.E2.Key = key;
            bucket.E2.Value0 = bucket.E2.Value1 = value;
            _tables.Endpoint.B.Write(at, bucket);
        }
    }

    /// <summary>Sets what a tenant receives in both banks.</summary>
    public void Policy(uint tenant, in ReceivePolicy policy)
    {
        _tables.Policy.Write(tenant, policy);
        _tables.Policy.Write(4096 + tenant, policy);
    }

    /// <summary>Lists an outer source of a tenant; of tenant 0, an address of our own.</summary>
    public void Source(uint tenant, string ip)
    {
        SourceKey key = new() { Tenant = (U12)tenant, Ip = Number(ip) };
        uint at = ExactMatch.Buckets(key, HashKey).B;
        var bucket = _tables.Source.B.Read(at);
        ref var entry = ref bucket.E1;
        if (entry.Gen != (U2)0)
        {
            entry = ref bucket.E3;
        }

        entry.Gen = (U2)3;
        entry.Key = key;
        _tables.Source.B.Write(at, bucket);
    }

    /// <summary>
    /// Makes a link of tenant 8 and queue 11 between the two addresses of a version; its packets
    /// are for station 0x02AA00000009 from 0x02AA000000FE.
    /// </summary>
    public void Link(TunnelKind kind, int version, uint? key = null)
    {
        LinkKey link = default;
        link.LocalIp = Number(version == 4 ? Local : Local6);
        link.RemoteIp = Number(version == 4 ? Remote : Remote6);
        link.Kind = (U3)(byte)kind;
        link.Keyed = key is not null;
        link.Key = key ?? 0;
        ExactBucket<LinkKey, LinkValue> bucket = default;
        bucket.E0.Gen = (U2)3;
        bucket.E0.Key = link;
        bucket.E0.Value0.Tenant = (U12)8;
        bucket.E0.Value0.Queue = (U12)11;
        bucket.E0.Value0.DestinationMac = (U48)0x02AA00000009;
        bucket.E0.Value0.SourceMac = (U48)0x02AA000000FE;
        _tables.Link.A.Write(ExactMatch.Buckets(link, HashKey).A, bucket);
    }

    /// <summary>Sets which rules hold for what a tenant receives.</summary>
    public void Firewall(uint tenant, in Workload workload) =>
        _tables.Firewall.Workload.Write(tenant, workload);

    /// <summary>The rules of what tenants receive.</summary>
    public FirewallTables Rules => _tables.Firewall;

    /// <summary>Sets the meter of a tenant in both banks.</summary>
    public void Meter(uint tenant, in MeterConfig config)
    {
        _tables.Meter.Write(tenant, config);
        _tables.Meter.Write(4096 + tenant, config);
    }

    public Verdict Run(
        byte[] frame, bool gen = false, ulong timeNs = 0, bool bad = false,
        ulong hashKey = HashKey)
    {
        var buffer = new byte[Math.Max(Window.BufferBytes, frame.Length)];
        frame.AsSpan(0, Math.Min(frame.Length, Window.LengthBytes)).CopyTo(buffer);
        RxMeta meta = default;
        meta.Length = (U14)(uint)frame.Length;
        meta.Sum = FrameSum.Of(frame);
        meta.TimeNs = timeNs;
        meta.Gen = gen;
        meta.HashKey = hashKey;
        meta.Oversize = frame.Length > Protocol.MaxFrameBytes;
        meta.Bad = bad | meta.Oversize;
        meta.Interface = (U4)3;
        return RxPipeline.Run(new Window(buffer), meta, _tables);
    }
}

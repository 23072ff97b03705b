using SmartNic.Hls.Language;

namespace SmartNic.Kernels.Tests;

/// <summary>
/// Tables of one endpoint (192.0.2.1) and one VNI (100): tenant 7 and queue 9 in generation 0,
/// tenant 8 and queue 10 in generation 1.
/// </summary>
internal sealed class RxWorld
{
    public const string Local = "192.0.2.1";
    public const string Remote = "192.0.2.2";
    public const uint LocalIp = 0xC0000201;
    public const uint RemoteIp = 0xC0000202;
    public const ulong HashKey = 0x0123456789ABCDEF;

    private readonly RxTables _tables = EmptyTables.Of<RxTables>();

    public RxWorld(U2 gen = default)
    {
        U2 alive = gen == (U2)0 ? (U2)3 : gen;
        ExactBucket<EndpointKey, EndpointValue> endpoint = default;
        endpoint.E2.Gen = alive;
        endpoint.E2.Key.Ip = LocalIp;
        endpoint.E2.Value0.UdpPort = endpoint.E2.Value1.UdpPort = 4789;
        endpoint.E2.Value0.Interface = endpoint.E2.Value1.Interface = (U4)3;
        _tables.Endpoint.B.Write(ExactMatch.Buckets(endpoint.E2.Key, HashKey).B, endpoint);
        ExactBucket<VniKey, VniValue> vni = default;
        vni.E3.Gen = alive;
        vni.E3.Key.Vni = (U24)100;
        vni.E3.Value0.Tenant = (U12)7;
        vni.E3.Value0.Queue = (U12)9;
        vni.E3.Value1.Tenant = (U12)8;
        vni.E3.Value1.Queue = (U12)10;
        _tables.Vni.A.Write(ExactMatch.Buckets(vni.E3.Key, HashKey).A, vni);
        Source(0, LocalIp);
        Source(7, RemoteIp);
        Source(8, RemoteIp);
    }

    /// <summary>Sets where the endpoint is reached.</summary>
    public void Endpoint(ushort udpPort, byte port)
    {
        uint at = ExactMatch.Buckets(new EndpointKey { Ip = LocalIp }, HashKey).B;
        var bucket = _tables.Endpoint.B.Read(at);
        bucket.E2.Value0.UdpPort = bucket.E2.Value1.UdpPort = udpPort;
        bucket.E2.Value0.Interface = bucket.E2.Value1.Interface = (U4)port;
        _tables.Endpoint.B.Write(at, bucket);
    }

    /// <summary>Sets what a tenant receives in both banks.</summary>
    public void Policy(uint tenant, in ReceivePolicy policy)
    {
        _tables.Policy.Write(tenant, policy);
        _tables.Policy.Write(4096 + tenant, policy);
    }

    /// <summary>Lists an outer source of a tenant; of tenant 0, an address of our own.</summary>
    public void Source(uint tenant, uint ip)
    {
        SourceKey key = new() { Tenant = (U12)tenant, Ip = ip };
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
        meta.TimeNs = timeNs;
        meta.Gen = gen;
        meta.HashKey = hashKey;
        meta.Bad = bad;
        meta.Interface = (U4)3;
        return RxPipeline.Run(new Window(buffer), meta, _tables);
    }
}

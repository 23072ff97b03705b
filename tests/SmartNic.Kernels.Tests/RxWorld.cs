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
    public const ulong HashKey = 0x0123456789ABCDEF;

    private readonly Table<EndpointBucket> _endpointA = new(64);
    private readonly Table<EndpointBucket> _endpointB = new(64);
    private readonly Table<VniBucket> _vniA = new(2048);
    private readonly Table<VniBucket> _vniB = new(2048);
    private readonly Table<MeterConfig> _meterConfig = new(8192);
    private readonly Rmw<MeterStep, MeterState, MeterArg, U2> _meter = new(4096);

    public RxWorld(U2 gen = default)
    {
        U2 alive = gen == (U2)0 ? (U2)3 : gen;
        EndpointBucket endpoint = default;
        endpoint.E2.Gen = alive;
        endpoint.E2.Ip = LocalIp;
        _endpointB.Write(Hashes.Endpoint(LocalIp, HashKey).B, endpoint);
        VniBucket vni = default;
        vni.E3.Gen = alive;
        vni.E3.Vni = (U24)100;
        vni.E3.Value0.Tenant = (U12)7;
        vni.E3.Value0.Queue = (U12)9;
        vni.E3.Value1.Tenant = (U12)8;
        vni.E3.Value1.Queue = (U12)10;
        _vniA.Write(Hashes.Vni((U24)100, HashKey).A, vni);
    }

    /// <summary>Sets the meter of a tenant in both banks.</summary>
    public void Meter(uint tenant, in MeterConfig config)
    {
        _meterConfig.Write(tenant, config);
        _meterConfig.Write(4096 + tenant, config);
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
        return RxKernel.Run(new Window(buffer), meta, _endpointA, _endpointB, _vniA, _vniB,
            _meterConfig, _meter);
    }
}

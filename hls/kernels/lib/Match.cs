using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>Answer of the endpoint table.</summary>
public struct EndpointHit
{
    /// <summary>The address is a local endpoint's.</summary>
    public bool Found;

    /// <summary>UDP destination port of its tunnels.</summary>
    public ushort UdpPort;

    /// <summary>Interface whose wire it is reached on.</summary>
    public U4 Interface;
}

/// <summary>Answer of the VNI table.</summary>
public struct VniHit
{
    /// <summary>A tenant has this VNI.</summary>
    public bool Found;

    /// <summary>Its index.</summary>
    public U12 Tenant;

    /// <summary>Its host queue.</summary>
    public U12 Queue;
}

/// <summary>Answer of the forwarding table.</summary>
public struct FdbHit
{
    /// <summary>The address is known.</summary>
    public bool Found;

    /// <summary>Index of the next hop.</summary>
    public U12 NextHop;
}

/// <summary>
/// Match decisions over the two buckets of a key. At most one live slot holds a key, so answers
/// are joined by or: no priority, the shallowest logic.
/// </summary>
public static class Match
{
    /// <summary>The local endpoint with an address.</summary>
    public static EndpointHit Endpoint(
        in EndpointBucket a, in EndpointBucket b, uint ip, bool gen) =>
        Or(In(a, ip, gen), In(b, ip, gen));

    /// <summary>Whether an outer source address is a tenant's, or with tenant 0 our own.</summary>
    public static bool Source(
        in SourceBucket a, in SourceBucket b, U12 tenant, uint ip, bool gen) =>
        In(a, tenant, ip, gen) | In(b, tenant, ip, gen);

    /// <summary>The tenant of a VNI.</summary>
    public static VniHit Vni(in VniBucket a, in VniBucket b, U24 vni, bool gen) =>
        Or(In(a, vni, gen), In(b, vni, gen));

    /// <summary>The next hop of a tenant's destination.</summary>
    public static FdbHit Fdb(in FdbBucket a, in FdbBucket b, U12 tenant, U48 mac, bool gen) =>
        Or(In(a, tenant, mac, gen), In(b, tenant, mac, gen));

    static EndpointHit In(in EndpointBucket b, uint ip, bool gen) =>
        Or(Or(Of(b.E0, ip, gen), Of(b.E1, ip, gen)), Or(Of(b.E2, ip, gen), Of(b.E3, ip, gen)));

    static EndpointHit Of(in EndpointEntry e, uint ip, bool gen)
    {
        EndpointHit h = default;
        h.Found = Generation.Alive(e.Gen, gen) & e.Ip == ip;
        EndpointValue value = gen ? e.Value1 : e.Value0;
        h.UdpPort = h.Found ? value.UdpPort : (ushort)0;
        h.Interface = h.Found ? value.Interface : (U4)0;
        return h;
    }

    static EndpointHit Or(EndpointHit x, in EndpointHit y)
    {
        x.Found |= y.Found;
        x.UdpPort |= y.UdpPort;
        x.Interface |= y.Interface;
        return x;
    }

    static bool In(in SourceBucket b, U12 tenant, uint ip, bool gen) =>
        Is(b.E0, tenant, ip, gen) | Is(b.E1, tenant, ip, gen)
        | Is(b.E2, tenant, ip, gen) | Is(b.E3, tenant, ip, gen);

    static bool Is(in SourceEntry e, U12 tenant, uint ip, bool gen) =>
        Generation.Alive(e.Gen, gen) & e.Tenant == tenant & e.Ip == ip;

    static VniHit In(in VniBucket b, U24 vni, bool gen) =>
        Or(Or(Of(b.E0, vni, gen), Of(b.E1, vni, gen)), Or(Of(b.E2, vni, gen), Of(b.E3, vni, gen)));

    static VniHit Of(in VniEntry e, U24 vni, bool gen)
    {
        VniHit h = default;
        h.Found = Generation.Alive(e.Gen, gen) & e.Vni == vni;
        VniValue value = gen ? e.Value1 : e.Value0;
        h.Tenant = h.Found ? value.Tenant : (U12)0;
        h.Queue = h.Found ? value.Queue : (U12)0;
        return h;
    }

    static VniHit Or(VniHit x, in VniHit y)
    {
        x.Found |= y.Found;
        x.Tenant |= y.Tenant;
        x.Queue |= y.Queue;
        return x;
    }

    static FdbHit In(in FdbBucket b, U12 tenant, U48 mac, bool gen) =>
        Or(Or(Of(b.E0, tenant, mac, gen), Of(b.E1, tenant, mac, gen)),
            Or(Of(b.E2, tenant, mac, gen), Of(b.E3, tenant, mac, gen)));

    static FdbHit Of(in FdbEntry e, U12 tenant, U48 mac, bool gen)
    {
        FdbHit h = default;
        h.Found = Generation.Alive(e.Gen, gen) & e.Tenant == tenant & e.Mac == mac;
        U12 value = gen ? e.NextHop1 : e.NextHop0;
        h.NextHop = h.Found ? value : (U12)0;
        return h;
    }

    static FdbHit Or(FdbHit x, in FdbHit y)
    {
        x.Found |= y.Found;
        x.NextHop |= y.NextHop;
        return x;
    }
}

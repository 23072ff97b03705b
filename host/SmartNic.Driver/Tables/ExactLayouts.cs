using System.Globalization;
using SmartNic.Hls.Language;
using SmartNic.Kernels;
using SmartNic.Registers;

namespace SmartNic.Driver.Tables;

/// <summary>
/// Local endpoints: key = IPv4 address, value = UDP port | interface &lt;&lt; 16.
/// </summary>
internal sealed class EndpointLayout : ExactLayout
{
    public override string Name => "rx_endpoint";

    public override (int A, int B) Ids =>
        (TableLayouts.RxEndpointA.Id, TableLayouts.RxEndpointB.Id);

    public override int Buckets => TableLayouts.RxEndpointA.Depth;

    public override int Words => TableLayouts.RxEndpointA.Words;

    /// <summary>The value of an entry.</summary>
    public static uint Value(EndpointConfig endpoint) =>
        endpoint.UdpPort | ((uint)endpoint.Interface << 16);

    public override uint HashA(ulong key) => Hashes.EndpointA((uint)key);

    public override uint HashB(ulong key) => Hashes.EndpointB((uint)key);

    public override void Pack(ReadOnlySpan<ExactEntry> slots, Span<uint> words)
    {
        var bucket = new EndpointBucket
        {
            E0 = Entry(slots[0]),
            E1 = Entry(slots[1]),
            E2 = Entry(slots[2]),
            E3 = Entry(slots[3]),
        };
        TableLayouts.RxEndpointA.Pack(bucket, words);
    }

    public override IEnumerable<(string Name, string Value)> Describe(ExactEntry entry) =>
    [
        ("ip", Ipv4.Format((uint)entry.Key)),
        ("udp_port", (entry.Value & 0xFFFF).ToString(CultureInfo.InvariantCulture)),
        ("interface", (entry.Value >> 16).ToString(CultureInfo.InvariantCulture)),
    ];

    private static EndpointEntry Entry(in ExactEntry slot) => new()
    {
        Gen = (U2)slot.Gen,
        Ip = (uint)slot.Key,
        UdpPort = (ushort)slot.Value,
        Interface = (U4)(slot.Value >> 16),
    };
}

/// <summary>VNIs: value = tenant | queue &lt;&lt; 12.</summary>
internal sealed class VniLayout : ExactLayout
{
    public override string Name => "rx_vni";

    public override (int A, int B) Ids => (TableLayouts.RxVniA.Id, TableLayouts.RxVniB.Id);

    public override int Buckets => TableLayouts.RxVniA.Depth;

    public override int Words => TableLayouts.RxVniA.Words;

    /// <summary>The value of an entry.</summary>
    public static uint Value(ushort tenant, ushort queue) => tenant | ((uint)queue << 12);

    public override uint HashA(ulong key) => Hashes.VniA((U24)key);

    public override uint HashB(ulong key) => Hashes.VniB((U24)key);

    public override void Pack(ReadOnlySpan<ExactEntry> slots, Span<uint> words)
    {
        var bucket = new VniBucket
        {
            E0 = Entry(slots[0]),
            E1 = Entry(slots[1]),
            E2 = Entry(slots[2]),
            E3 = Entry(slots[3]),
        };
        TableLayouts.RxVniA.Pack(bucket, words);
    }

    public override IEnumerable<(string Name, string Value)> Describe(ExactEntry entry) =>
    [
        ("vni", entry.Key.ToString(CultureInfo.InvariantCulture)),
        ("tenant", (entry.Value & 0xFFF).ToString(CultureInfo.InvariantCulture)),
        ("queue", (entry.Value >> 12).ToString(CultureInfo.InvariantCulture)),
    ];

    private static VniEntry Entry(in ExactEntry slot) => new()
    {
        Gen = (U2)slot.Gen,
        Vni = (U24)slot.Key,
        Tenant = (U12)slot.Value,
        Queue = (U12)(slot.Value >> 12),
    };
}

/// <summary>
/// Outer sources: key = tenant &lt;&lt; 32 | IPv4 address; tenant 0 has the local endpoints.
/// </summary>
internal sealed class SourceLayout : ExactLayout
{
    public override string Name => "rx_source";

    public override (int A, int B) Ids => (TableLayouts.RxSourceA.Id, TableLayouts.RxSourceB.Id);

    public override int Buckets => TableLayouts.RxSourceA.Depth;

    public override int Words => TableLayouts.RxSourceA.Words;

    /// <summary>The key of an entry.</summary>
    public static ulong Key(ushort tenant, uint ip) => ((ulong)tenant << 32) | ip;

    public override uint HashA(ulong key) => Hashes.SourceA((U12)(key >> 32), (uint)key);

    public override uint HashB(ulong key) => Hashes.SourceB((U12)(key >> 32), (uint)key);

    public override void Pack(ReadOnlySpan<ExactEntry> slots, Span<uint> words)
    {
        var bucket = new SourceBucket
        {
            E0 = Entry(slots[0]),
            E1 = Entry(slots[1]),
            E2 = Entry(slots[2]),
            E3 = Entry(slots[3]),
        };
        TableLayouts.RxSourceA.Pack(bucket, words);
    }

    public override IEnumerable<(string Name, string Value)> Describe(ExactEntry entry) =>
    [
        ("tenant", (entry.Key >> 32).ToString(CultureInfo.InvariantCulture)),
        ("ip", Ipv4.Format((uint)entry.Key)),
    ];

    private static SourceEntry Entry(in ExactEntry slot) => new()
    {
        Gen = (U2)slot.Gen,
        Tenant = (U12)(slot.Key >> 32),
        Ip = (uint)slot.Key,
    };
}

/// <summary>Forwarding: key = tenant &lt;&lt; 48 | MAC, value = next hop.</summary>
internal sealed class FdbLayout : ExactLayout
{
    public override string Name => "tx_fdb";

    public override (int A, int B) Ids => (TableLayouts.TxFdbA.Id, TableLayouts.TxFdbB.Id);

    public override int Buckets => TableLayouts.TxFdbA.Depth;

    public override int Words => TableLayouts.TxFdbA.Words;

    /// <summary>The key of an entry.</summary>
    public static ulong Key(ushort tenant, MacAddress mac) => ((ulong)tenant << 48) | mac.Value;

    public override uint HashA(ulong key) => Hashes.FdbA((U12)(key >> 48), (U48)key);

    public override uint HashB(ulong key) => Hashes.FdbB((U12)(key >> 48), (U48)key);

    public override void Pack(ReadOnlySpan<ExactEntry> slots, Span<uint> words)
    {
        var bucket = new FdbBucket
        {
            E0 = Entry(slots[0]),
            E1 = Entry(slots[1]),
            E2 = Entry(slots[2]),
            E3 = Entry(slots[3]),
        };
        TableLayouts.TxFdbA.Pack(bucket, words);
    }

    public override IEnumerable<(string Name, string Value)> Describe(ExactEntry entry) =>
    [
        ("tenant", (entry.Key >> 48).ToString(CultureInfo.InvariantCulture)),
        ("mac", new MacAddress(entry.Key & 0xFFFF_FFFF_FFFF).ToString()),
        ("next_hop", entry.Value.ToString(CultureInfo.InvariantCulture)),
    ];

    private static FdbEntry Entry(in ExactEntry slot) => new()
    {
        Gen = (U2)slot.Gen,
        Tenant = (U12)(slot.Key >> 48),
        Mac = (U48)slot.Key,
        NextHop = (U12)slot.Value,
    };
}

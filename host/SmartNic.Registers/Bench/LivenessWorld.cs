using SmartNic.Hls.Language;
using SmartNic.Kernels;

namespace SmartNic.Registers;

/// <summary>
/// What the tables say in the liveness bench (hw/corundum/test): two tenants that take any outer
/// source, one remote, one address that has no route. Entries are packed by the manifest and placed
/// by the kernels' own hashes, so that the bench knows of neither.
/// </summary>
public static class LivenessWorld
{
    /// <summary>Interfaces that have a world.</summary>
    public const int Interfaces = 2;

    /// <summary>Key of the hashes.</summary>
    public const ulong HashKey = 0x0123456789ABCDEF;

    private const int Tenant = 1;
    private const int FarTenant = 3;
    private const int Vni = 100;
    private const int FarVni = 300;
    private const int Queue = 1;

    // Most cores can name queues up to 255 only (RX tdest): a frame for this one is swallowed.
    private const int FarQueue = 300;

    private const int UdpPort = 4789;
    private const uint Endpoint = 0xC0A8CB01;
    private const uint Remote = 0xC0A8CA01;
    private const ulong EndpointMac = 0x020000000001;
    private const ulong RemoteMac = 0x020000000002;
    private const ulong KnownMac = 0x020000000102;
    private const ulong NoRouteMac = 0x020000000103;
    private const int Hop = 1;
    private const int NoHop = 2;
    private const ulong BothGenerations = 3;

    /// <summary>What the frames of the bench are made of; an int, uint or ulong each.</summary>
    public static IReadOnlyList<(string Name, object Value)> Constants { get; } =
    [
        (nameof(Interfaces), Interfaces), (nameof(Tenant), Tenant), (nameof(FarTenant), FarTenant),
        (nameof(Vni), Vni), (nameof(FarVni), FarVni), (nameof(Queue), Queue),
        (nameof(FarQueue), FarQueue), (nameof(UdpPort), UdpPort), (nameof(Endpoint), Endpoint),
        (nameof(Remote), Remote), (nameof(EndpointMac), EndpointMac),
        (nameof(RemoteMac), RemoteMac), (nameof(KnownMac), KnownMac),
        (nameof(NoRouteMac), NoRouteMac), (nameof(HashKey), HashKey),
    ];

    /// <summary>The entries, in the bank and for the packets of generation 0.</summary>
    /// <param name="device">Has the tables.</param>
    /// <exception cref="KeyNotFoundException">One of them is gone.</exception>
    /// <exception cref="ArgumentException">A field of an entry is gone.</exception>
    public static IReadOnlyList<WorldEntry> Entries(DeviceSpec device)
    {
        TableSpec Table(string name) => device.Tables.FirstOrDefault(t => t.Name == name)
            ?? throw new KeyNotFoundException($"no table {name}");
        return
        [
            .. Enumerable.Range(0, Interfaces).Select(i => EndpointOf(Table("rx_endpoint_a"), i)),
            VniOf(Table("rx_vni_a"), Vni, Tenant, Queue),
            VniOf(Table("rx_vni_a"), FarVni, FarTenant, FarQueue),
            Policy(Table("rx_policy"), Tenant),
            Policy(Table("rx_policy"), FarTenant),
            Meter(Table("rx_meter"), nsPerByte: 2, burstBytes: 20_000),
            Port(Table("tx_port"), Queue, Tenant, Vni),
            Port(Table("tx_port"), FarQueue, FarTenant, FarVni),
            Forward(Table("tx_fdb_a"), KnownMac, Hop),
            Forward(Table("tx_fdb_a"), NoRouteMac, NoHop),
            NextHop(Table("tx_next_hop")),
            .. PuntLimits(Table("tx_meter")),
        ];
    }

    private static WorldEntry EndpointOf(TableSpec table, int iface) => new(
        table, BucketOf(table, new EndpointKey { Ip = Local }), EntryPacker.Pack(table,
            ("E0.Gen", BothGenerations), ("E0.Key.Ip", (ulong)Local),
            ("E0.Value0.UdpPort", UdpPort), ("E0.Value0.Interface", (ulong)iface),
            ("E0.Value1.UdpPort", UdpPort), ("E0.Value1.Interface", (ulong)iface)),
        Interface: iface);

    private static WorldEntry VniOf(TableSpec table, uint vni, ulong tenant, ulong queue) => new(
        table, BucketOf(table, new VniKey { Vni = (U24)vni }), EntryPacker.Pack(table,
            ("E0.Gen", BothGenerations), ("E0.Key.Vni", vni),
            ("E0.Value0.Tenant", tenant), ("E0.Value0.Queue", queue),
            ("E0.Value1.Tenant", tenant), ("E0.Value1.Queue", queue)));

    private static WorldEntry Policy(TableSpec table, uint tenant) => new(
        table, tenant, EntryPacker.Pack(table, ("AnySource", 1), ("KeepsTags", 1)));

    private static WorldEntry Port(TableSpec table, uint queue, ulong tenant, ulong vni) => new(
        table, queue, EntryPacker.Pack(table,
            ("Valid", 1), ("Tenant", tenant), ("Vni", vni), ("KeepsTags", 1)));

    private static WorldEntry Forward(TableSpec table, ulong mac, ulong hop) => new(
        table, BucketOf(table, new FdbKey { Tenant = (U12)Tenant, Mac = (U48)mac }),
        EntryPacker.Pack(table,
            ("E0.Gen", BothGenerations), ("E0.Key.Tenant", Tenant), ("E0.Key.Mac", mac),
            ("E0.Value0.NextHop", hop), ("E0.Value1.NextHop", hop)));

    private static uint BucketOf<TKey>(TableSpec table, in TKey key)
        where TKey : struct, IKey<TKey> =>
        ExactMatch.Buckets(key, HashKey).A & ((uint)table.Depth - 1);

    private static UInt128 Local => IpNumber.Mapped(Endpoint);

    private static WorldEntry NextHop(TableSpec table)
    {
        var hop = new TunnelRoute(
            TunnelKind.Vxlan, Local, IpNumber.Mapped(Remote),
            (U48)EndpointMac, (U48)RemoteMac) { UdpPort = UdpPort }.ToNextHop();
        return new(table, Hop, EntryPacker.Pack(table,
        [
            ("Valid", 1), ("HeaderBytes", (ulong)hop.HeaderBytes), ("Sum", hop.Sum),
            .. Enumerable.Range(0, EditPrefix.Words).Select(i =>
                ($"{nameof(Kernels.NextHop.Template)}.{i}", hop.Template[i])),
        ]));
    }

    // Punts come slower on a narrow stream; some of them must still meet the limit.
    private static IEnumerable<WorldEntry> PuntLimits(TableSpec table) =>
        new (int Width, ulong Ns)[] { (512, 8), (256, 14), (128, 28), (64, 64) }.Select(limit =>
            Meter(table, limit.Ns, burstBytes: 32 * 64) with { DataWidth = limit.Width });

    // A meter in one colour: both rates are equal.
    private static WorldEntry Meter(TableSpec table, ulong nsPerByte, ulong burstBytes)
    {
        var perByte = nsPerByte << 20;
        return new(table, Tenant, EntryPacker.Pack(table,
            ("Enabled", 1), ("StartFull", 1), ("Epoch", 1),
            ("CirTimePerByte", perByte), ("PirTimePerByte", perByte),
            ("CbsTime", perByte * burstBytes), ("PbsTime", perByte * burstBytes)));
    }
}

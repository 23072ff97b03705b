using System.Globalization;
using SmartNic.Hls.Language;
using SmartNic.Kernels;
using SmartNic.Registers;

namespace SmartNic.Driver.Tables;

/// <summary>Local endpoints: key = IPv4 address.</summary>
internal sealed class EndpointLayout : ExactLayout
{
    public override string Name => "rx_endpoint";

    public override (int A, int B) Ids =>
        (TableLayouts.RxEndpointA.Id, TableLayouts.RxEndpointB.Id);

    public override int Buckets => TableLayouts.RxEndpointA.Depth;

    public override int Words => TableLayouts.RxEndpointA.Words;

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

    public override void Unpack(ReadOnlySpan<uint> words, Span<ExactEntry> slots)
    {
        TableLayouts.RxEndpointA.Unpack(words, out var bucket);
        slots[0] = Slot(bucket.E0);
        slots[1] = Slot(bucket.E1);
        slots[2] = Slot(bucket.E2);
        slots[3] = Slot(bucket.E3);
    }

    public override IEnumerable<(string Name, string Value)> Describe(ExactEntry entry) =>
        [("ip", Ipv4.Format((uint)entry.Key))];

    private static ExactEntry Slot(in EndpointEntry entry) =>
        new() { Gen = (byte)entry.Gen, Key = entry.Ip };

    private static EndpointEntry Entry(in ExactEntry slot) =>
        new() { Gen = (U2)slot.Gen, Ip = (uint)slot.Key };
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

    /// <summary>The tenant of a value.</summary>
    public static ushort Tenant(uint value) => (ushort)(value & 0xFFF);

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

    public override void Unpack(ReadOnlySpan<uint> words, Span<ExactEntry> slots)
    {
        TableLayouts.RxVniA.Unpack(words, out var bucket);
        slots[0] = Slot(bucket.E0);
        slots[1] = Slot(bucket.E1);
        slots[2] = Slot(bucket.E2);
        slots[3] = Slot(bucket.E3);
    }

    public override IEnumerable<(string Name, string Value)> Describe(ExactEntry entry) =>
    [
        ("vni", entry.Key.ToString(CultureInfo.InvariantCulture)),
        ("tenant", (entry.Value & 0xFFF).ToString(CultureInfo.InvariantCulture)),
        ("queue", (entry.Value >> 12).ToString(CultureInfo.InvariantCulture)),
    ];

    private static ExactEntry Slot(in VniEntry entry) => new()
    {
        Gen = (byte)entry.Gen,
        Key = (uint)entry.Vni,
        Value = Value((ushort)entry.Tenant, (ushort)entry.Queue),
    };

    private static VniEntry Entry(in ExactEntry slot) => new()
    {
        Gen = (U2)slot.Gen,
        Vni = (U24)slot.Key,
        Tenant = (U12)slot.Value,
        Queue = (U12)(slot.Value >> 12),
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

    public override void Unpack(ReadOnlySpan<uint> words, Span<ExactEntry> slots)
    {
        TableLayouts.TxFdbA.Unpack(words, out var bucket);
        slots[0] = Slot(bucket.E0);
        slots[1] = Slot(bucket.E1);
        slots[2] = Slot(bucket.E2);
        slots[3] = Slot(bucket.E3);
    }

    public override IEnumerable<(string Name, string Value)> Describe(ExactEntry entry) =>
    [
        ("tenant", (entry.Key >> 48).ToString(CultureInfo.InvariantCulture)),
        ("mac", new MacAddress(entry.Key & 0xFFFF_FFFF_FFFF).ToString()),
        ("next_hop", entry.Value.ToString(CultureInfo.InvariantCulture)),
    ];

    private static ExactEntry Slot(in FdbEntry entry) => new()
    {
        Gen = (byte)entry.Gen,
        Key = Key((ushort)entry.Tenant, new MacAddress((ulong)entry.Mac)),
        Value = (uint)entry.NextHop,
    };

    private static FdbEntry Entry(in ExactEntry slot) => new()
    {
        Gen = (U2)slot.Gen,
        Tenant = (U12)(slot.Key >> 48),
        Mac = (U48)slot.Key,
        NextHop = (U12)slot.Value,
    };
}

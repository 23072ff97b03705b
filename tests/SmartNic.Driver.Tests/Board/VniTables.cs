using SmartNic.Driver.Tables;
using SmartNic.Hls.Language;
using SmartNic.Kernels;
using SmartNic.Registers;

namespace SmartNic.Driver.Tests.Board;

/// <summary>
/// Tables of VNIs whose keys and values are numbers: a value is tenant | queue &lt;&lt; 12.
/// </summary>
internal static class VniTables
{
    /// <summary>The gateway's.</summary>
    public static ExactLayout<VniKey, VniValue> Layout { get; } =
        new(TableLayouts.RxVniA.Layout, TableLayouts.RxVniB.Layout);

    /// <summary>One of 64 slots, so that nearly every entry that comes moves others.</summary>
    public static ExactLayout<VniKey, VniValue> SmallLayout { get; } =
        new(Small(TableLayouts.RxVniA.Layout), Small(TableLayouts.RxVniB.Layout));

    public static ExactTable<VniKey, VniValue> New() =>
        new(TableLayouts.RxVniA.Layout, TableLayouts.RxVniB.Layout);

    public static ExactTable<VniKey, VniValue> NewSmall() =>
        new(Small(TableLayouts.RxVniA.Layout), Small(TableLayouts.RxVniB.Layout));

    public static VniKey Key(uint vni) => new() { Vni = (U24)vni };

    public static VniValue Value(uint number) =>
        new() { Tenant = (U12)number, Queue = (U12)(number >> 12) };

    public static uint Number(in VniValue value) =>
        (uint)value.Tenant | ((uint)value.Queue << 12);

    /// <summary>The value of a tenant whose queue has its index.</summary>
    public static uint Own(ushort tenant) => tenant | ((uint)tenant << 12);

    public static (uint A, uint B) Hash(
        this ExactLayout<VniKey, VniValue> layout, uint vni, ulong hashKey) =>
        layout.Hash(Key(vni), hashKey);

    public static bool Want(
        this ExactTable<VniKey, VniValue> table, uint vni, uint value, int owner = 0) =>
        table.Want(Key(vni), Value(value), owner);

    public static void Put(
        this ExactTable<VniKey, VniValue> table, uint vni, uint value, int owner = 0) =>
        table.Put(Key(vni), Value(value), owner);

    public static bool Remove(this ExactTable<VniKey, VniValue> table, uint vni) =>
        table.Remove(Key(vni));

    public static uint? Planned(this ExactTable<VniKey, VniValue> table, uint vni) =>
        table.Planned(Key(vni)) is { } value ? Number(value) : null;

    /// <summary>Keys and values in force.</summary>
    public static Dictionary<uint, uint> Numbers(this ExactTable<VniKey, VniValue> table) =>
        table.Entries().ToDictionary(e => (uint)e.Key.Vni, e => Number(e.Value));

    private static TableLayout<ExactBucket<VniKey, VniValue>> Small(
        TableLayout<ExactBucket<VniKey, VniValue>> layout) => layout with
        {
            Info = layout.Info with
            {
                Name = layout.Info.Name.Replace("rx_vni", "small", StringComparison.Ordinal),
                Depth = 8,
            },
        };
}

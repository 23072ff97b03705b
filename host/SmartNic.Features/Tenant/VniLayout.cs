using SmartNic.Driver.Tables;
using SmartNic.Hls.Language;
using SmartNic.Kernels;
using SmartNic.Registers;

namespace SmartNic.Features;

/// <summary>VNIs: value = tenant | queue &lt;&lt; 12.</summary>
internal sealed class VniLayout()
    : ExactLayout(TableLayouts.RxVniA.Info, TableLayouts.RxVniB.Info)
{
    /// <summary>The value of an entry.</summary>
    public static uint Value(ushort tenant, ushort queue) => tenant | ((uint)queue << 12);

    /// <summary>The tenant of a value.</summary>
    public static ushort Tenant(uint value) => (ushort)(value & 0xFFF);

    public override (uint A, uint B) Hash(ulong key, ulong hashKey)
    {
        var at = Hashes.Vni((U24)key, hashKey);
        return (at.A, at.B);
    }

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

    private static VniEntry Entry(in ExactEntry slot) => new()
    {
        Gen = (U2)slot.Gen,
        Vni = (U24)slot.Key,
        Value0 = Value(slot.Value0),
        Value1 = Value(slot.Value1),
    };

    private static VniValue Value(uint value) =>
        new() { Tenant = (U12)value, Queue = (U12)(value >> 12) };

    private static ExactEntry Slot(in VniEntry entry) => new()
    {
        Gen = (byte)entry.Gen,
        Key = entry.Vni,
        Value0 = Value((ushort)entry.Value0.Tenant, (ushort)entry.Value0.Queue),
        Value1 = Value((ushort)entry.Value1.Tenant, (ushort)entry.Value1.Queue),
    };
}

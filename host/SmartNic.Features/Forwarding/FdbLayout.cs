using SmartNic.Driver.Tables;
using SmartNic.Driver;
using SmartNic.Hls.Language;
using SmartNic.Kernels;
using SmartNic.Registers;

namespace SmartNic.Features;

/// <summary>Forwarding: key = tenant &lt;&lt; 48 | MAC, value = next hop.</summary>
internal sealed class FdbLayout()
    : ExactLayout(TableLayouts.TxFdbA.Info, TableLayouts.TxFdbB.Info)
{
    /// <summary>The key of an entry.</summary>
    public static ulong Key(ushort tenant, MacAddress mac) => ((ulong)tenant << 48) | mac.Value;

    public override (uint A, uint B) Hash(ulong key, ulong hashKey)
    {
        var at = Hashes.Fdb((U12)(key >> 48), (U48)key, hashKey);
        return (at.A, at.B);
    }

    /// <summary>Four slots as a bucket of the kernel.</summary>
    public static FdbBucket Bucket(ReadOnlySpan<ExactEntry> slots) => new()
    {
        E0 = Entry(slots[0]),
        E1 = Entry(slots[1]),
        E2 = Entry(slots[2]),
        E3 = Entry(slots[3]),
    };

    public override void Pack(ReadOnlySpan<ExactEntry> slots, Span<uint> words) =>
        TableLayouts.TxFdbA.Pack(Bucket(slots), words);

    public override void Unpack(ReadOnlySpan<uint> words, Span<ExactEntry> slots)
    {
        TableLayouts.TxFdbA.Unpack(words, out var bucket);
        slots[0] = Slot(bucket.E0);
        slots[1] = Slot(bucket.E1);
        slots[2] = Slot(bucket.E2);
        slots[3] = Slot(bucket.E3);
    }

    private static FdbEntry Entry(in ExactEntry slot) => new()
    {
        Gen = (U2)slot.Gen,
        Tenant = (U12)(slot.Key >> 48),
        Mac = (U48)slot.Key,
        NextHop0 = (U12)slot.Value0,
        NextHop1 = (U12)slot.Value1,
    };

    private static ExactEntry Slot(in FdbEntry entry) => new()
    {
        Gen = (byte)entry.Gen,
        Key = ((ulong)entry.Tenant << 48) | (ulong)entry.Mac,
        Value0 = (uint)entry.NextHop0,
        Value1 = (uint)entry.NextHop1,
    };
}

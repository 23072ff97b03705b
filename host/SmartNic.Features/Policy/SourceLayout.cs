using SmartNic.Driver.Tables;
using SmartNic.Hls.Language;
using SmartNic.Kernels;
using SmartNic.Registers;

namespace SmartNic.Features;

/// <summary>
/// Outer sources: key = tenant &lt;&lt; 32 | IPv4 address; tenant 0 has the local endpoints.
/// </summary>
internal sealed class SourceLayout()
    : ExactLayout(TableLayouts.RxSourceA.Info, TableLayouts.RxSourceB.Info)
{
    /// <summary>The key of an entry.</summary>
    public static ulong Key(ushort tenant, uint ip) => ((ulong)tenant << 32) | ip;

    /// <summary>The tenant of a key.</summary>
    public static ushort Tenant(ulong key) => (ushort)(key >> 32);

    public override (uint A, uint B) Hash(ulong key, ulong hashKey)
    {
        var at = Hashes.Source((U12)(key >> 32), (uint)key, hashKey);
        return (at.A, at.B);
    }

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

    public override void Unpack(ReadOnlySpan<uint> words, Span<ExactEntry> slots)
    {
        TableLayouts.RxSourceA.Unpack(words, out var bucket);
        slots[0] = Slot(bucket.E0);
        slots[1] = Slot(bucket.E1);
        slots[2] = Slot(bucket.E2);
        slots[3] = Slot(bucket.E3);
    }

    private static SourceEntry Entry(in ExactEntry slot) => new()
    {
        Gen = (U2)slot.Gen,
        Tenant = (U12)(slot.Key >> 32),
        Ip = (uint)slot.Key,
    };

    private static ExactEntry Slot(in SourceEntry entry) =>
        new() { Gen = (byte)entry.Gen, Key = Key((ushort)entry.Tenant, entry.Ip) };
}

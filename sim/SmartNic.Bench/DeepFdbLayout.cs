using SmartNic.Driver.Tables;
using SmartNic.Features;
using SmartNic.Hls.Language;
using SmartNic.Registers;

namespace SmartNic.Bench;

/// <summary>The forwarding table with another number of buckets.</summary>
/// <param name="buckets">Buckets of each memory, a power of two.</param>
internal sealed class DeepFdbLayout(int buckets) : ExactLayout(
    TableLayouts.TxFdbA.Info with { Depth = buckets },
    TableLayouts.TxFdbB.Info with { Depth = buckets })
{
    private readonly FdbLayout _inner = new();

    public override (uint A, uint B) Hash(ulong key, ulong hashKey)
    {
        var at = Kernels.ExactMatch.Buckets(_inner.KeyOf(key), hashKey);
        return (at.A & ((uint)buckets - 1), at.B & ((uint)buckets - 1));
    }

    public override void Pack(ReadOnlySpan<ExactEntry> slots, Span<uint> words) =>
        _inner.Pack(slots, words);

    public override void Unpack(ReadOnlySpan<uint> words, Span<ExactEntry> slots) =>
        _inner.Unpack(words, slots);
}

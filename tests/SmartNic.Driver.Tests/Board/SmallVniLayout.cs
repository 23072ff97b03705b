using SmartNic.Driver.Tables;
using SmartNic.Registers;

namespace SmartNic.Driver.Tests.Board;

/// <summary>A VNI table of 64 slots, so that nearly every entry that comes moves others.</summary>
internal sealed class SmallVniLayout() : ExactLayout(
    TableLayouts.RxVniA.Info with { Name = "small_a", Depth = Small },
    TableLayouts.RxVniB.Info with { Name = "small_b", Depth = Small })
{
    private const int Small = 8;

    private readonly VniLayout _inner = new();

    public override (uint A, uint B) Hash(ulong key, ulong hashKey)
    {
        var (a, b) = _inner.Hash(key, hashKey);
        return (a % Small, b % Small);
    }

    public override void Pack(ReadOnlySpan<ExactEntry> slots, Span<uint> words) =>
        _inner.Pack(slots, words);

    public override void Unpack(ReadOnlySpan<uint> words, Span<ExactEntry> slots) =>
        _inner.Unpack(words, slots);
}

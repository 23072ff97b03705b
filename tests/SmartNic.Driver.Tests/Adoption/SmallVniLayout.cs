using SmartNic.Driver.Tables;

namespace SmartNic.Driver.Tests.Adoption;

/// <summary>A VNI table of 64 slots, so that nearly every entry that comes moves others.</summary>
internal sealed class SmallVniLayout : ExactLayout
{
    private const int Small = 8;

    private readonly VniLayout _inner = new();

    public override string Name => "small";

    public override (int A, int B) Ids => _inner.Ids;

    public override int Buckets => Small;

    public override int Words => _inner.Words;

    public override (uint A, uint B) Hash(ulong key, ulong hashKey)
    {
        var (a, b) = _inner.Hash(key, hashKey);
        return (a % Small, b % Small);
    }

    public override void Pack(ReadOnlySpan<ExactEntry> slots, Span<uint> words) =>
        _inner.Pack(slots, words);

    public override void Unpack(ReadOnlySpan<uint> words, Span<ExactEntry> slots) =>
        _inner.Unpack(words, slots);

    public override IEnumerable<(string Name, string Value)> Describe(
        ExactEntry entry, int generation) => _inner.Describe(entry, generation);
}

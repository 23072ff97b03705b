using SmartNic.Kernels;
using SmartNic.Registers;

namespace SmartNic.Driver.Tables;

/// <summary>
/// Reads an exact-match table: first the words that say which slots are in use, then those of the
/// slots that are.
/// </summary>
internal sealed class BucketReader<TKey, TValue>
    where TKey : struct, IKey<TKey>
    where TValue : struct
{
    private const int Slots = ExactLayout.SlotsPerBucket;
    private readonly ExactLayout<TKey, TValue> _layout;
    private readonly TableReader _reader;
    private readonly EntryField[] _gens;
    private readonly int[] _genWords;

    // What remains to be read of a bucket, by the set of its slots that are in use.
    private readonly int[][] _missing = new int[1 << Slots][];

    public BucketReader(ExactLayout<TKey, TValue> layout, TableReader reader)
    {
        (_layout, _reader) = (layout, reader);
        _gens = [.. Enumerable.Range(0, Slots).Select(layout.Gen)];
        _genWords = TableReader.WordsOf(_gens);
        for (var used = 0; used < _missing.Length; used++)
        {
            var own = Enumerable.Range(0, Slots).Where(slot => (used >> slot & 1) != 0)
                .SelectMany(layout.Fields);
            _missing[used] = [.. TableReader.WordsOf(own).Except(_genWords)];
        }
    }

    /// <summary>Reads all buckets; slots that are alive for nobody are given as free.</summary>
    /// <param name="iface">Interface whose copy is read.</param>
    /// <param name="slots">Takes the slots of memory a, then those of b.</param>
    /// <exception cref="DeviceLostException">The device does not answer.</exception>
    public void Read(int iface, Span<ExactSlot<TKey, TValue>> slots)
    {
        var half = Slots * _layout.Buckets;
        ReadMemory(iface, _layout.Ids.A, slots[..half]);
        ReadMemory(iface, _layout.Ids.B, slots[half..]);
    }

    private void ReadMemory(int iface, int table, Span<ExactSlot<TKey, TValue>> slots)
    {
        var words = new uint[_layout.Buckets * _layout.Words];
        EntryWords Of(int bucket, int[] which) => new((uint)bucket, which, bucket * _layout.Words);
        Span<uint> In(int bucket) => words.AsSpan(bucket * _layout.Words, _layout.Words);
        var buckets = Enumerable.Range(0, _layout.Buckets);
        _reader.Read(iface, table, [.. buckets.Select(b => Of(b, _genWords))], words);
        var used = buckets.Select(b => Of(b, _missing[UsedSlots(In(b))]));
        _reader.Read(iface, table, [.. used.Where(b => b.Which.Length > 0)], words);
        foreach (var bucket in buckets)
        {
            _layout.Unpack(In(bucket), slots.Slice(bucket * Slots, Slots));
        }

        foreach (ref var slot in slots)
        {
            slot = slot.Gen == 0 ? default : slot;
        }
    }

    private int UsedSlots(ReadOnlySpan<uint> words)
    {
        var used = 0;
        for (var slot = 0; slot < Slots; slot++)
        {
            var gen = Words32.Get(words, _gens[slot].Lsb, _gens[slot].Width);
            used |= gen != 0 ? 1 << slot : 0;
        }

        return used;
    }
}

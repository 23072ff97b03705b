using SmartNic.Registers;

namespace SmartNic.Driver.Tables;

/// <summary>
/// Reads buckets of an exact-match table: first the words that say which slots are in use, then
/// those of the slots that are.
/// </summary>
internal sealed class BucketReader
{
    private readonly ExactLayout _layout;
    private readonly TableReader _reader;
    private readonly (int Lsb, int Width)[] _gens = new (int, int)[ExactLayout.SlotsPerBucket];
    private readonly int[] _genWords;
    private readonly int[][] _slotWords = new int[ExactLayout.SlotsPerBucket][];
    private readonly uint[] _words = new uint[16];

    public BucketReader(ExactLayout layout, TableReader reader)
    {
        (_layout, _reader) = (layout, reader);
        var fields = TableLayouts.All[layout.Ids.A].Fields;
        for (var slot = 0; slot < _gens.Length; slot++)
        {
            var own = fields.Where(f => f.Path.StartsWith($"E{slot}.", StringComparison.Ordinal));
            var gen = own.Single(f => f.Path == $"E{slot}.Gen");
            _gens[slot] = (gen.Lsb, gen.Width);
            _slotWords[slot] = WordsOf(own);
        }

        _genWords = WordsOf(fields.Where(f => f.Path.EndsWith(".Gen", StringComparison.Ordinal)));
    }

    /// <summary>Reads a bucket; slots that are alive for nobody are given as free.</summary>
    /// <param name="iface">Interface whose copy is read.</param>
    /// <param name="bucket">Bucket; those of memory b follow those of a.</param>
    /// <param name="slots">Takes its slots.</param>
    /// <exception cref="DeviceLostException">The device does not answer.</exception>
    public void Read(int iface, int bucket, Span<ExactEntry> slots)
    {
        var table = bucket < _layout.Buckets ? _layout.Ids.A : _layout.Ids.B;
        Array.Clear(_words);
        _reader.Read(iface, table, (uint)(bucket % _layout.Buckets), _genWords, _words);
        slots.Clear();
        var missing = new SortedSet<int>();
        for (var slot = 0; slot < _gens.Length; slot++)
        {
            if (Words32.Get(_words, _gens[slot].Lsb, _gens[slot].Width) != 0)
            {
                missing.UnionWith(_slotWords[slot]);
            }
        }

        if (missing.Count == 0)
        {
            return;
        }

        missing.ExceptWith(_genWords);
        if (missing.Count > 0)
        {
            _reader.ReadMore(iface, [.. missing], _words);
        }

        _layout.Unpack(_words, slots);
        foreach (ref var slot in slots)
        {
            slot = slot.Gen == 0 ? default : slot;
        }
    }

    private static int[] WordsOf(IEnumerable<EntryField> fields) =>
    [
        .. fields.SelectMany(f => Enumerable.Range(
            f.Lsb / 32, ((f.Lsb + f.Width - 1) / 32) - (f.Lsb / 32) + 1)).Distinct().Order(),
    ];
}

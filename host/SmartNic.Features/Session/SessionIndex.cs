namespace SmartNic.Features;

/// <summary>Finds entries by hash: open addressing, half full at most, no marks of what is gone
/// (Knuth, TAOCP 3, 6.4 algorithm R).</summary>
internal sealed class SessionIndex
{
    private readonly int[] _entries;
    private readonly uint[] _hashes;
    private readonly uint _mask;

    /// <param name="capacity">Most entries.</param>
    public SessionIndex(int capacity)
    {
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)capacity * 2);
        (_entries, _hashes, _mask) = (new int[size], new uint[size], (uint)size - 1);
    }

    /// <summary>Where to look first.</summary>
    public uint Start(uint hash) => hash & _mask;

    /// <summary>The next entry of this hash from a place on.</summary>
    /// <param name="hash">The hash.</param>
    /// <param name="at">The place; behind the entry afterwards.</param>
    /// <param name="entry">The entry.</param>
    /// <returns>False when there is none.</returns>
    public bool TryNext(uint hash, ref uint at, out int entry)
    {
        while (_entries[at] != 0)
        {
            entry = _entries[at] - 1;
            var isIt = _hashes[at] == hash;
            at = (at + 1) & _mask;
            if (isIt)
            {
                return true;
            }
        }

        entry = -1;
        return false;
    }

    /// <summary>Adds an entry.</summary>
    public void Add(uint hash, int entry)
    {
        var at = hash & _mask;
        while (_entries[at] != 0)
        {
            at = (at + 1) & _mask;
        }

        (_entries[at], _hashes[at]) = (entry + 1, hash);
    }

    /// <summary>Takes an entry out that is there.</summary>
    public void Remove(uint hash, int entry)
    {
        var hole = hash & _mask;
        while (_entries[hole] != entry + 1)
        {
            hole = (hole + 1) & _mask;
        }

        // What could be found only across the hole moves into it.
        for (var at = (hole + 1) & _mask; _entries[at] != 0; at = (at + 1) & _mask)
        {
            if (((at - _hashes[at]) & _mask) >= ((at - hole) & _mask))
            {
                (_entries[hole], _hashes[hole]) = (_entries[at], _hashes[at]);
                hole = at;
            }
        }

        _entries[hole] = 0;
    }
}

using System.Numerics;

namespace SmartNic.Hls.Language;

/// <summary>What a <see cref="TernaryTable{TEntry}"/> found.</summary>
/// <typeparam name="TEntry">A struct.</typeparam>
public struct TernaryHit<TEntry> where TEntry : struct
{
    /// <summary>Some valid entry matches.</summary>
    public bool Found;

    /// <summary>The first entry that matches; zero if none does.</summary>
    public TEntry Entry;
}

/// <summary>
/// A small table of values under masks that the host writes: the first valid entry whose value
/// equals the key under its mask is the answer. In hardware <c>snic_ternary</c>, with the ports of
/// a <see cref="Table{TEntry}"/>: <c>x_rd_addr</c> carries the key, <c>x_rd_data</c> the hit.
/// </summary>
/// <typeparam name="TEntry">A struct; its first field is packed into the lowest bits.</typeparam>
public sealed class TernaryTable<TEntry> where TEntry : struct
{
    private readonly (bool Valid, UInt128 Value, UInt128 Mask, TEntry Entry)[] _rows;

    /// <summary>A table without valid entries.</summary>
    /// <param name="depth">Number of entries, a power of two.</param>
    /// <exception cref="ArgumentException">The depth is not a power of two.</exception>
    public TernaryTable(int depth)
    {
        if (depth < 1 || !BitOperations.IsPow2(depth))
            throw new ArgumentException($"depth {depth} is not a power of two", nameof(depth));
        _rows = new (bool, UInt128, UInt128, TEntry)[depth];
    }

    /// <summary>Number of entries.</summary>
    public int Depth => _rows.Length;

    /// <summary>The first valid entry that matches.</summary>
    public TernaryHit<TEntry> Match(UInt128 key)
    {
        TernaryHit<TEntry> hit = default;
        foreach (var (valid, value, mask, entry) in _rows)
        {
            if (!valid || (key & mask) != (value & mask)) continue;
            hit.Found = true;
            hit.Entry = entry;
            break;
        }

        return hit;
    }

    /// <summary>Replaces an entry. For the host: kernels only match.</summary>
    /// <param name="index">Position; lower ones are tried first.</param>
    /// <param name="value">What the key must equal.</param>
    /// <param name="mask">Bits of the key that count.</param>
    /// <param name="entry">The answer.</param>
    public void Write(int index, UInt128 value, UInt128 mask, in TEntry entry) =>
        _rows[index] = (true, value, mask, entry);

    /// <summary>Takes an entry out. For the host.</summary>
    public void Remove(int index) => _rows[index] = default;
}

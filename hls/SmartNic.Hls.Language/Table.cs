using System.Numerics;

namespace SmartNic.Hls.Language;

/// <summary>
/// A lookup table that the host writes and a kernel reads, once per packet. Natively an array; in
/// hardware the ports <c>x_rd_addr</c> and <c>x_rd_data</c>.
/// </summary>
/// <typeparam name="TEntry">A struct; its first field is packed into the lowest bits.</typeparam>
public sealed class Table<TEntry> where TEntry : struct
{
    private readonly TEntry[] _entries;
    private readonly uint _mask;

    /// <summary>A table of zeroed entries.</summary>
    /// <param name="depth">Number of entries, a power of two.</param>
    /// <exception cref="ArgumentException">The depth is not a power of two.</exception>
    public Table(int depth)
    {
        if (depth < 1 || !BitOperations.IsPow2(depth))
            throw new ArgumentException($"depth {depth} is not a power of two", nameof(depth));
        _entries = new TEntry[depth];
        _mask = (uint)depth - 1;
    }

    /// <summary>Number of entries.</summary>
    public int Depth => _entries.Length;

    /// <summary>The entry at an index; only the low log2(<see cref="Depth"/>) bits count.</summary>
    public TEntry Read(uint index) => _entries[index & _mask];

    /// <summary>Replaces an entry. For the host: kernels only read.</summary>
    public void Write(uint index, in TEntry entry) => _entries[index & _mask] = entry;
}

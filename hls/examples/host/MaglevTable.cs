namespace SmartNic.Examples;

/// <summary>
/// Fills a lookup table of Maglev (Eisenbud and others, NSDI 2016, section 3.4, pseudocode 1):
/// backends take turns, each takes the next free entry of its own permutation.
/// </summary>
public static class MaglevTable
{
    /// <summary>The backend of each entry.</summary>
    /// <param name="offsets">Where each backend's permutation starts, below the size.</param>
    /// <param name="skips">Its step, 1 to the size less 1.</param>
    /// <param name="size">Entries: a prime, so that each step visits all of them.</param>
    /// <exception cref="ArgumentException">There is no backend, or a value is out of
    /// range.</exception>
    public static int[] Populate(
        IReadOnlyList<int> offsets, IReadOnlyList<int> skips, int size)
    {
        if (offsets.Count == 0 || offsets.Count != skips.Count)
        {
            throw new ArgumentException($"{offsets.Count} offsets, {skips.Count} skips");
        }

        if (offsets.Any(o => o < 0 || o >= size) || skips.Any(s => s < 1 || s >= size))
        {
            throw new ArgumentException($"offsets are 0..{size - 1}, skips 1..{size - 1}");
        }

        var entries = new int[size];
        Array.Fill(entries, -1);
        var next = new long[offsets.Count];
        for (int filled = 0; filled < size;)
        {
            for (int i = 0; i < offsets.Count && filled < size; i++, filled++)
            {
                long at;
                do
                {
                    at = (offsets[i] + next[i]++ * skips[i]) % size;
                }
                while (entries[at] >= 0);
                entries[at] = i;
            }
        }

        return entries;
    }
}

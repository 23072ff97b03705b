namespace SmartNic.Registers;

/// <summary>Writes, reads back and clears entries of one table.</summary>
internal sealed class TableCheck(
    InterfaceAccess access, TableSpec table, int interfaceIndex, Random random)
{
    private const int StagingWords = InterfaceRegisters.TableDataCount;

    /// <summary>Runs the check; adds a sentence for each fault.</summary>
    public void Run(List<string> faults)
    {
        var indices = new HashSet<uint> { 0, 1, (uint)table.Depth - 1, (uint)table.Depth / 2 };
        for (var i = 0; i < 4; i++)
        {
            indices.Add((uint)random.Next(table.Depth));
        }

        var written = indices.ToDictionary(i => i, _ => Random());
        foreach (var (index, words) in written)
        {
            access.WriteEntry(table.Id, index, words);
        }

        // An index beyond the table reaches no entry, and reads zero.
        access.WriteEntry(table.Id, (uint)table.Depth, Random());
        Compare(faults, (uint)table.Depth, new uint[StagingWords]);
        foreach (var (index, words) in written)
        {
            Compare(faults, index, Masked(words));
            access.WriteEntry(table.Id, index, new uint[StagingWords]);
            Compare(faults, index, new uint[StagingWords]);
        }
    }

    private void Compare(List<string> faults, uint index, uint[] expected)
    {
        var read = new uint[StagingWords];
        access.ReadEntry(table.Id, index, read);
        for (var i = 0; i < StagingWords; i++)
        {
            if (read[i] != expected[i])
            {
                faults.Add($"interface {interfaceIndex}: {table.Name}[{index}] word {i} reads "
                    + $"0x{read[i]:x8}, expected 0x{expected[i]:x8}");
            }
        }
    }

    private uint[] Random() => [.. Enumerable.Range(0, StagingWords)
        .Select(_ => (uint)random.NextInt64(1L << 32))];

    // Bits beyond the entry are not stored.
    private uint[] Masked(uint[] words) => [.. words.Select((word, i) =>
        table.Width >= 32 * (i + 1) ? word
        : table.Width <= 32 * i ? 0
        : word & ((1u << (table.Width - (32 * i))) - 1))];
}

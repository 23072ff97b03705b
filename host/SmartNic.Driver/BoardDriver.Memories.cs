using SmartNic.Driver.Tables;
using SmartNic.Registers;

namespace SmartNic.Driver;

/// <content>Memories as they are on the board.</content>
public abstract partial class BoardDriver
{
    /// <summary>The memories of a board by the manifest: tables, states, sums.</summary>
    public static IReadOnlyList<string> MemoryNames { get; } =
        [.. TableLayouts.All.Select(table => table.Name)];

    /// <summary>
    /// Reads a memory from the board, whoever wrote it: states and sums too. Entries of zeros are
    /// left out.
    /// </summary>
    /// <param name="name">Its name in the manifest.</param>
    /// <param name="iface">The interface whose copy is read.</param>
    /// <returns>The entries; null when there is no memory of that name.</returns>
    /// <exception cref="DeviceLostException">The device does not answer.</exception>
    public IReadOnlyList<TableRow>? ReadMemory(string name, int iface = 0)
    {
        var table = TableLayouts.All.SingleOrDefault(t => t.Name == name);
        if (table is null || (uint)iface >= (uint)Board.Interfaces)
        {
            return null;
        }

        var reader = new TableReader(_bar, Board.Interfaces, _wait);
        int[] which = [.. Enumerable.Range(0, table.Words)];
        var words = new uint[table.Depth * table.Words];
        foreach (var part in Enumerable.Range(0, table.Depth)
            .Select(i => new EntryWords((uint)i, which, i * table.Words))
            .Chunk(TableReader.EntriesPerExchange))
        {
            // Nobody waits for the whole of it.
            using (_turn.Take())
            {
                OnBoard(() => reader.Read(iface, table.Id, part, words));
            }
        }

        return Rows(table, words);
    }

    private static List<TableRow> Rows(TableInfo table, uint[] words)
    {
        var rows = new List<TableRow>();
        for (var i = 0; i < table.Depth; i++)
        {
            var entry = words.AsSpan(i * table.Words, table.Words);
            if (entry.ContainsAnyExcept(0u))
            {
                rows.Add(new TableRow($"[{i}]", EntryText.Row(table.Fields, entry)));
            }
        }

        return rows;
    }
}

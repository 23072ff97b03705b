using SmartNic.Driver.Tables;
using SmartNic.Registers;

namespace SmartNic.Driver.Records;

/// <summary>One memory of a board as the first interface has it.</summary>
internal sealed class RecordImage
{
    private readonly TableInfo _table;
    private readonly uint[] _words;
    private readonly List<int> _differing = [];

    /// <summary>Reads a memory of the first and the last interface: owners write one after the
    /// other, so where these are equal all are.</summary>
    /// <param name="table">The memory.</param>
    /// <param name="reader">Reads the board.</param>
    /// <param name="valid">The field that says whether the rest of an entry means anything; null
    /// where all does.</param>
    /// <exception cref="DeviceLostException">The device does not answer.</exception>
    public RecordImage(TableInfo table, TableReader reader, EntryField? valid = null)
    {
        _table = table;
        _words = Read(reader, 0, valid);
        if (reader.Interfaces == 1)
        {
            return;
        }

        var last = Read(reader, reader.Interfaces - 1, valid);
        for (var i = 0; i < table.Depth; i++)
        {
            if (!this[i].SequenceEqual(last.AsSpan(i * table.Words, table.Words)))
            {
                _differing.Add(i);
            }
        }
    }

    /// <summary>The words of an entry.</summary>
    public ReadOnlySpan<uint> this[int index] =>
        _words.AsSpan(index * _table.Words, _table.Words);

    /// <summary>Gives all interfaces what the first has.</summary>
    public void WriteDiffering(TableWriter writer)
    {
        foreach (var index in _differing)
        {
            writer.Write(_table.Id, (uint)index, this[index]);
        }
    }

    private uint[] Read(TableReader reader, int iface, EntryField? valid)
    {
        var words = new uint[_table.Depth * _table.Words];
        int[] all = [.. Enumerable.Range(0, _table.Words)];
        int[] first = valid is null ? all : [.. Enumerable.Range(0, (valid.Lsb / 32) + 1)];
        EntryWords Of(int index, int[] which) => new((uint)index, which, index * _table.Words);
        var entries = Enumerable.Range(0, _table.Depth);
        reader.Read(iface, _table.Id, [.. entries.Select(i => Of(i, first))], words);
        int[] rest = [.. all.Except(first)];
        if (valid is not null && rest.Length > 0)
        {
            var alive = entries.Where(i => Words32.Get(
                words.AsSpan(i * _table.Words, _table.Words), valid.Lsb, valid.Width) != 0);
            reader.Read(iface, _table.Id, [.. alive.Select(i => Of(i, rest))], words);
        }

        return words;
    }
}

using SmartNic.Registers;

namespace SmartNic.Driver.Tables;

/// <summary>
/// The driver's truth about one direct-index table of two banks. In the steady state both banks are
/// equal. A transaction writes what changes to the bank of the new generation; <see cref="Tidy"/>
/// writes the same to the other one.
/// </summary>
internal sealed partial class DirectTable : ITable
{
    /// <summary>Entries of a bank at most, and of most tables.</summary>
    public const int Indices = 4096;

    private readonly uint[] _now;
    private readonly uint[] _next;
    private readonly IndexSet _touched = new(Indices);
    private readonly IndexSet _changed = new(Indices);
    private readonly bool[] _isWanted = new bool[Indices];
    private readonly bool _isFirstWordSet;
    private bool _isWhole;
    private bool _newBank;

    /// <param name="info">The table in the manifest: half of it is a bank.</param>
    /// <param name="isFirstWordSet">Whether the first word of an entry in use is never zero: an
    /// owner that takes the board over then reads the first words to see what is in use.</param>
    public DirectTable(TableInfo info, bool isFirstWordSet = true)
    {
        (Info, _isFirstWordSet) = (info, isFirstWordSet);
        _now = new uint[Count * Words];
        _next = new uint[Count * Words];
    }

    /// <summary>
    /// A table that has an entry in a bank wherever this one has: it is written before this one,
    /// and cleared after it. Where it is clear this one is, and an owner that takes the board over
    /// does not read it.
    /// </summary>
    public DirectTable? Gate { get; init; }

    /// <summary>The plan leaves nothing in it.</summary>
    public bool IsEmptied => !_next.AsSpan().ContainsAnyExcept(0u);

    /// <summary>The table in the manifest.</summary>
    public TableInfo Info { get; }

    /// <inheritdoc/>
    public string Name => Info.Name;

    /// <summary>Entries of a bank of this table.</summary>
    public int Count => Info.Depth / 2;

    private int Words => Info.Words;

    /// <inheritdoc/>
    public int Added { get; private set; }

    /// <inheritdoc/>
    public int Removed { get; private set; }

    /// <inheritdoc/>
    public int Capacity => Count;

    /// <summary>Entries that the last transaction changed.</summary>
    public int Written { get; private set; }

    /// <summary>Entries that are not zero.</summary>
    public int Used => Enumerable.Range(0, Count).Count(i => !IsZero(_now, i));

    /// <inheritdoc/>
    public void Begin(int oldGeneration)
    {
        Rollback();
        _newBank = oldGeneration == 0;
    }

    /// <summary>Starts the plan of a whole world: what nobody wants goes. Costs by the table.
    /// </summary>
    public void BeginWorld(int oldGeneration)
    {
        Begin(oldGeneration);
        _isWhole = true;
        Array.Clear(_isWanted);
    }

    /// <summary>Says what the new world has at an index; the last word counts.</summary>
    /// <exception cref="ArgumentException">The first word is zero, and another is not, in a table
    /// where it tells what is in use.</exception>
    public void Put(ushort index, ReadOnlySpan<uint> words)
    {
        if (_isFirstWordSet && words[0] == 0 && words[..Words].ContainsAnyExcept(0u))
        {
            throw new ArgumentException(
                $"{Name}: the first field of an entry in use is not zero", nameof(words));
        }

        words[..Words].CopyTo(_next.AsSpan(index * Words));
        _touched.Add(index);
    }

    /// <summary>Says that the new world has nothing at an index.</summary>
    public void Remove(ushort index)
    {
        _next.AsSpan(index * Words, Words).Clear();
        _touched.Add(index);
    }

    /// <summary>Says what a whole new world has at an index.</summary>
    public void Want(ushort index, ReadOnlySpan<uint> words)
    {
        _isWanted[index] = true;
        if (!Entry(_next, index).SequenceEqual(words[..Words]))
        {
            Put(index, words);
        }
    }

    /// <inheritdoc/>
    public string? Place(List<Unplaced> unplaced)
    {
        for (var i = 0; _isWhole && i < Count; i++)
        {
            if (!_isWanted[i] && !IsZero(_next, i))
            {
                Remove((ushort)i);
            }
        }

        foreach (var i in _touched.Items)
        {
            if (!Entry(_next, i).SequenceEqual(Entry(_now, i)))
            {
                _changed.Add(i);
                Added += IsZero(_next, i) ? 0 : 1;
                Removed += IsZero(_now, i) ? 0 : 1;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public void Rollback()
    {
        foreach (var index in _touched.Items)
        {
            Entry(_now, index).CopyTo(_next.AsSpan(index * Words));
        }

        ClearPlan();
    }

    /// <summary>Writes the plan to the bank that no packet reads yet.</summary>
    public void WritePlan(TableWriter writer)
    {
        foreach (var index in _changed.Items)
        {
            _stale.Add(index);
        }

        WriteBank(writer, _newBank);
    }

    /// <summary>After the flip and the drain: makes the other bank equal.</summary>
    public void Tidy(TableWriter writer)
    {
        WriteBank(writer, !_newBank);
        Written = _changed.Items.Length;
        foreach (var index in _changed.Items)
        {
            Entry(_next, index).CopyTo(_now.AsSpan(index * Words));
        }

        _stale.Clear();
        ClearPlan();
    }

    /// <summary>The words of an entry in force.</summary>
    public ReadOnlySpan<uint> this[int index] => Entry(_now, index);

    /// <summary>Indices of the entries that are not zero.</summary>
    public IEnumerable<int> UsedIndices() =>
        Enumerable.Range(0, Count).Where(i => !IsZero(_now, i));

    /// <summary>The entries that are not zero.</summary>
    public IEnumerable<TableRow> Rows() =>
        UsedIndices().Select(index =>
            new TableRow($"[{index}]", EntryText.Row(Info.Fields, this[index])));

    private void ClearPlan()
    {
        _touched.Clear();
        _changed.Clear();
        _isWhole = false;
        (Added, Removed) = (0, 0);
    }

    // No entry in any bank of any interface, as far as was seen.
    private bool IsClear => _stale.Items.IsEmpty && !_now.AsSpan().ContainsAnyExcept(0u);

    private uint Address(bool bank, int index) => (uint)(bank ? Count + index : index);

    private bool IsZero(uint[] words, int index) => !Entry(words, index).ContainsAnyExcept(0u);

    private ReadOnlySpan<uint> Entry(uint[] words, int index) => words.AsSpan(index * Words, Words);

    private void WriteBank(TableWriter writer, bool bank)
    {
        foreach (var index in _stale.Items)
        {
            writer.Write(Info.Id, Address(bank, index), Entry(_next, index));
        }
    }
}

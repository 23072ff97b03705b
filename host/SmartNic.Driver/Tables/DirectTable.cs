using SmartNic.Hls.Language;
using SmartNic.Kernels;
using SmartNic.Registers;

namespace SmartNic.Driver.Tables;

/// <summary>
/// The driver's truth about one direct-index table of two banks. In the steady state both banks are
/// equal. A transaction writes what changes to the bank of the new generation; <see cref="Tidy"/>
/// writes the same to the other one.
/// </summary>
internal sealed partial class DirectTable : ITable
{
    /// <summary>Entries of a bank.</summary>
    public const int Indices = 4096;

    private readonly uint[] _now;
    private readonly uint[] _next;
    private readonly IndexSet _touched = new(Indices);
    private readonly IndexSet _changed = new(Indices);
    private readonly bool[] _isWanted = new bool[Indices];
    private bool _isWhole;
    private bool _newBank;

    public DirectTable(TableInfo info)
    {
        Info = info;
        _now = new uint[Indices * Words];
        _next = new uint[Indices * Words];
    }

    /// <summary>The table in the manifest.</summary>
    public TableInfo Info { get; }

    /// <inheritdoc/>
    public string Name => Info.Name;

    private int Words => Info.Words;

    /// <inheritdoc/>
    public int Added { get; private set; }

    /// <inheritdoc/>
    public int Removed { get; private set; }

    /// <inheritdoc/>
    public int Capacity => Indices;

    /// <summary>Entries that are not zero.</summary>
    public int Used => Enumerable.Range(0, Indices).Count(i => !IsZero(_now, i));

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
    /// <exception cref="ArgumentException">The first word is zero, and another is not: an owner
    /// that takes the board over reads the first words to see what is in use.</exception>
    public void Put(ushort index, ReadOnlySpan<uint> words)
    {
        if (words[0] == 0 && words[..Words].ContainsAnyExcept(0u))
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
        for (var i = 0; _isWhole && i < Indices; i++)
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
        Enumerable.Range(0, Indices).Where(i => !IsZero(_now, i));

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

    private bool IsZero(uint[] words, int index) => !Entry(words, index).ContainsAnyExcept(0u);

    private ReadOnlySpan<uint> Entry(uint[] words, int index) => words.AsSpan(index * Words, Words);

    private void WriteBank(TableWriter writer, bool bank)
    {
        foreach (var index in _stale.Items)
        {
            writer.Write(Info.Id, Generation.Bank(bank, (U12)(uint)index), Entry(_next, index));
        }
    }
}

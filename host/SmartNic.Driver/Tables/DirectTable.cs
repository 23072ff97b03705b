using SmartNic.Hls.Language;
using SmartNic.Kernels;
using SmartNic.Registers;

namespace SmartNic.Driver.Tables;

/// <summary>
/// The driver's truth about one direct-index table of two banks. In the steady state both banks are
/// equal. A transaction writes what changes to the bank of the new generation; <see cref="Tidy"/>
/// writes the same to the other one.
/// </summary>
internal sealed partial class DirectTable
{
    /// <summary>Entries of a bank.</summary>
    public const int Indices = 4096;

    private readonly uint[] _now;
    private readonly uint[] _next;
    private readonly bool[] _isUsed = new bool[Indices];
    private readonly List<int> _changed = [];
    private bool _newBank;

    public DirectTable(TableInfo info)
    {
        Info = info;
        _now = new uint[Indices * Words];
        _next = new uint[Indices * Words];
    }

    /// <summary>The table in the manifest.</summary>
    public TableInfo Info { get; }

    private int Words => Info.Words;

    /// <summary>Entries that the plan adds or changes.</summary>
    public int Added { get; private set; }

    /// <summary>Entries that the plan removes or changes.</summary>
    public int Removed { get; private set; }

    /// <summary>Entries that are not zero.</summary>
    public int Used => Enumerable.Range(0, Indices).Count(i => !IsZero(_now, i));

    /// <summary>Starts the plan of a transaction from a generation to the other.</summary>
    public void Begin(int oldGeneration)
    {
        _newBank = oldGeneration == 0;
        Rollback();
        Array.Clear(_isUsed);
    }

    /// <summary>Says what the new world has at an index.</summary>
    public void Want(ushort index, ReadOnlySpan<uint> words)
    {
        words[..Words].CopyTo(_next.AsSpan(index * Words));
        _isUsed[index] = true;
    }

    /// <summary>Ends the plan: everything not wanted goes.</summary>
    public void Place()
    {
        for (var i = 0; i < Indices; i++)
        {
            if (!_isUsed[i])
            {
                _next.AsSpan(i * Words, Words).Clear();
            }

            if (!Entry(_next, i).SequenceEqual(Entry(_now, i)))
            {
                _changed.Add(i);
                Added += IsZero(_next, i) ? 0 : 1;
                Removed += IsZero(_now, i) ? 0 : 1;
            }
        }
    }

    /// <summary>Forgets the plan.</summary>
    public void Rollback()
    {
        _changed.Clear();
        Added = 0;
        Removed = 0;
    }

    /// <summary>Writes the plan to the bank that no packet reads yet.</summary>
    public void WritePlan(TableWriter writer)
    {
        _stale.UnionWith(_changed);
        WriteBank(writer, _newBank);
    }

    /// <summary>After the flip and the drain: makes the other bank equal.</summary>
    public void Tidy(TableWriter writer)
    {
        WriteBank(writer, !_newBank);
        foreach (var index in _changed)
        {
            Entry(_next, index).CopyTo(_now.AsSpan(index * Words));
        }

        _stale.Clear();
        Rollback();
    }

    /// <summary>The words of an entry in force.</summary>
    public ReadOnlySpan<uint> this[int index] => Entry(_now, index);

    /// <summary>Indices of the entries that are not zero.</summary>
    public IEnumerable<int> UsedIndices() =>
        Enumerable.Range(0, Indices).Where(i => !IsZero(_now, i));

    /// <summary>The entries that are not zero.</summary>
    public IEnumerable<TableRow> Rows() =>
        UsedIndices().Select(index => new TableRow($"[{index}]", Info.Fields.ToDictionary(
            field => EntryText.Name(field.Path),
            field => EntryText.Value(field, this[index]))));

    private bool IsZero(uint[] words, int index) => !Entry(words, index).ContainsAnyExcept(0u);

    private ReadOnlySpan<uint> Entry(uint[] words, int index) => words.AsSpan(index * Words, Words);

    private void WriteBank(TableWriter writer, bool bank)
    {
        foreach (var index in _stale)
        {
            writer.Write(Info.Id, Generation.Bank(bank, (U12)index), Entry(_next, index));
        }
    }
}

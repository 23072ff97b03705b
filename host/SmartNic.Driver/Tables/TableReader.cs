using System.Runtime.InteropServices;
using SmartNic.Registers;
using G = SmartNic.Registers.GlobalRegisters;
using I = SmartNic.Registers.InterfaceRegisters;

namespace SmartNic.Driver.Tables;

/// <summary>
/// Reads entries back, or only some words of them: on a slow connection what is not read is time
/// won.
/// </summary>
internal sealed class TableReader(IBar bar, int interfaces, BusyWait wait)
{
    /// <summary>Entries of one exchange: a board that is simulated stops for milliseconds.
    /// </summary>
    public const int EntriesPerExchange = 128;

    private readonly List<BarAccess> _accesses = [];

    /// <summary>Number of interfaces; each has a copy of every table.</summary>
    public int Interfaces => interfaces;

    /// <summary>Key of the exact-match tables' hashes for packets of a generation.</summary>
    /// <exception cref="DeviceLostException">The device does not answer.</exception>
    public ulong HashKey(int generation)
    {
        var (lo, hi) = generation == 0
            ? (G.HashKey0Lo, G.HashKey0Hi)
            : (G.HashKey1Lo, G.HashKey1Hi);
        return bar.Read32(lo) | ((ulong)bar.Read32(hi) << 32);
    }

    /// <summary>Numbers of the words of an entry that hold fields.</summary>
    public static int[] WordsOf(IEnumerable<EntryField> fields) =>
    [
        .. fields.SelectMany(f => Enumerable.Range(
            f.Lsb / 32, ((f.Lsb + f.Width - 1) / 32) - (f.Lsb / 32) + 1)).Distinct().Order(),
    ];

    /// <summary>Reads words of entries.</summary>
    /// <param name="iface">Interface whose copy is read.</param>
    /// <param name="table">Table id.</param>
    /// <param name="entries">What is read.</param>
    /// <param name="words">Takes it; other words stay.</param>
    /// <exception cref="DeviceLostException">The device does not answer.</exception>
    public void Read(int iface, int table, ReadOnlySpan<EntryWords> entries, Span<uint> words)
    {
        var block = I.Base + ((uint)iface * I.Size);
        while (!entries.IsEmpty)
        {
            var count = Math.Min(entries.Length, EntriesPerExchange);
            ReadTogether(block, table, entries[..count], words);
            entries = entries[count..];
        }
    }

    private void ReadTogether(
        uint block, int table, ReadOnlySpan<EntryWords> entries, Span<uint> words)
    {
        _accesses.Clear();
        foreach (var entry in entries)
        {
            _accesses.Add(BarAccess.Write(
                block + I.TableRead, I.TableReadWord((uint)table, entry.Index)));

            // The bus holds a write back until the entry is there, and reads come behind it. This
            // register takes none; on a bus where reads overtake writes its status is what counts.
            _accesses.Add(BarAccess.Write(block + I.TableStatus, 0));
            _accesses.Add(BarAccess.Read(block + I.TableStatus));
            foreach (var word in entry.Which)
            {
                _accesses.Add(BarAccess.Read(block + I.TableData + (4 * (uint)word)));
            }
        }

        Span<uint> read = new uint[_accesses.Count];
        bar.Exchange(CollectionsMarshal.AsSpan(_accesses), read);
        foreach (var entry in entries)
        {
            var data = read.Slice(1, entry.Which.Length);
            if (read[0] != 0)
            {
                ReadAgain(block, table, entry, data);
            }

            for (var i = 0; i < data.Length; i++)
            {
                words[entry.At + entry.Which[i]] = data[i];
            }

            read = read[(1 + data.Length)..];
        }
    }

    /// <summary>Busy, or gone: either is rare, and the wait tells which.</summary>
    private void ReadAgain(uint block, int table, EntryWords entry, Span<uint> data)
    {
        bar.Write32(block + I.TableRead, I.TableReadWord((uint)table, entry.Index));
        wait.Until(block + I.TableStatus, v => I.TableStatusBusy(v) == 0, "a table to be read");
        for (var i = 0; i < data.Length; i++)
        {
            data[i] = bar.Read32(block + I.TableData + (4 * (uint)entry.Which[i]));
        }
    }
}

/// <summary>Words of an entry that are to be read.</summary>
/// <param name="Index">The entry.</param>
/// <param name="Which">Numbers of the words.</param>
/// <param name="At">Where its word 0 is to go; the others as far behind it.</param>
internal readonly record struct EntryWords(uint Index, int[] Which, int At);

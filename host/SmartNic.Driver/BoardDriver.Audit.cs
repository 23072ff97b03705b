using SmartNic.Driver.Tables;
using G = SmartNic.Registers.GlobalRegisters;

namespace SmartNic.Driver;

/// <content>Whether the board has what is in force.</content>
public abstract partial class BoardDriver
{
    /// <summary>
    /// Reads all tables back, of every interface and both generations, and compares them with what
    /// is in force. Others get their turn after each table. What an owner that was killed left, and
    /// the next transaction mends, is no difference; of an entry that is not in use only that.
    /// </summary>
    /// <param name="isRepairing">
    /// Writes each entry that differs again, alone; no packet sees anything but the right entry.
    /// </param>
    /// <returns>What differs, or differed.</returns>
    /// <exception cref="DeviceLostException">The device does not answer.</exception>
    public IReadOnlyList<EntryDifference> Audit(bool isRepairing = false)
    {
        var found = new List<EntryDifference>();
        var reader = new TableReader(_bar, Board.Interfaces, _wait);
        ITable[] tables;
        using (_turn.Take())
        {
            found.AddRange(OnBoard(() => AuditRegisters(reader, isRepairing)));
            tables = [.. isRepairing ? _world.InWritingOrder() : _world.Tables];
        }

        foreach (var table in tables)
        {
            found.AddRange(isRepairing ? Repair(table, reader) : Compare(table, reader));
        }

        return found;
    }

    /// <summary>Compares all interfaces: an entry is written to all of them at once, and each that
    /// differed is named.</summary>
    private List<EntryDifference> Repair(ITable table, TableReader reader)
    {
        InTurn(() => table.WriteLeftovers(_writer));
        var found = Compare(table, reader);
        if (found.Count == 0)
        {
            return found;
        }

        InTurn(() => table.Repair(_writer, [.. found.DistinctBy(d => d.Location)]));
        var still = Compare(table, reader).Select(d => (d.Location, d.Interface)).ToHashSet();
        return
        [
            .. found.Select(d => d with
            {
                IsRepaired = !still.Contains((d.Location, d.Interface)),
            }),
        ];

        void InTurn(Action write)
        {
            using (_turn.Take())
            {
                OnBoard(write);
            }
        }
    }

    private List<EntryDifference> Compare(ITable table, TableReader reader)
    {
        var found = new List<EntryDifference>();
        for (var iface = 0; iface < Board.Interfaces; iface++)
        {
            using (_turn.Take())
            {
                found.AddRange(OnBoard(() => table.Audit(reader, iface)));
            }
        }

        return found;
    }

    private List<EntryDifference> AuditRegisters(TableReader reader, bool isRepairing)
    {
        var found = new List<EntryDifference>();
        void Compare(string name, Func<ulong> read, ulong should, Action repair)
        {
            var has = read();
            if (has != should)
            {
                if (isRepairing)
                {
                    repair();
                }

                found.Add(new EntryDifference(name, "", 0, $"is {has:x}, should be {should:x}")
                {
                    IsRepaired = isRepairing && read() == should,
                });
            }
        }

        Compare("GENERATION", () => _bar.Read32(G.Generation), (ulong)_generation,
            () => _bar.Write32(G.Generation, G.GenerationWord((uint)_generation)));
        foreach (var generation in (ReadOnlySpan<int>)[_generation, 1 - _generation])
        {
            if (generation == _generation || !_world.MustWriteKey)
            {
                Compare($"HASH_KEY{generation}", () => reader.HashKey(generation), _world.HashKey,
                    () => WriteHashKey(generation));
            }
        }

        return found;
    }
}

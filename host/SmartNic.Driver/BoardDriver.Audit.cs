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
        using (_turn.Take())
        {
            found.AddRange(OnBoard(() => AuditRegisters(reader, isRepairing)));
        }

        foreach (var table in _world.Tables)
        {
            for (var iface = 0; iface < Board.Interfaces; iface++)
            {
                using (_turn.Take())
                {
                    found.AddRange(OnBoard(() => EntryAudit.Run(
                        table, reader, iface, isRepairing ? _writer : null)));
                }
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

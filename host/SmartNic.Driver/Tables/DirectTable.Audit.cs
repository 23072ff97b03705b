namespace SmartNic.Driver.Tables;

/// <content>Whether the board has what is in force.</content>
internal sealed partial class DirectTable
{
    /// <inheritdoc/>
    public void WriteLeftovers(TableWriter writer)
    {
        WriteBank(writer, bank: false);
        WriteBank(writer, bank: true);
        _stale.Clear();
    }

    /// <inheritdoc/>
    public IReadOnlyList<EntryDifference> Audit(TableReader reader, int iface)
    {
        var found = new List<EntryDifference>();
        var words = new uint[_now.Length];
        foreach (var bank in (ReadOnlySpan<bool>)[false, true])
        {
            Array.Clear(words);
            ReadBank(reader, iface, bank, words);
            for (var i = 0; i < Count; i++)
            {
                if (!Entry(words, i).SequenceEqual(Entry(_now, i)) && !_stale.Contains(i))
                {
                    found.Add(new EntryDifference(
                        Name, $"[{i}] of generation {(bank ? 1 : 0)}", iface,
                        EntryAudit.Describe(
                            Info.Fields, "", Entry(words, i).ToArray(), Entry(_now, i).ToArray()))
                    {
                        Entry = (int)Address(bank, i),
                    });
                }
            }
        }

        return found;
    }

    /// <inheritdoc/>
    public void Repair(TableWriter writer, IReadOnlyList<EntryDifference> found)
    {
        foreach (var entry in found.Select(d => d.Entry))
        {
            writer.Write(Info.Id, (uint)entry, Entry(_now, entry % Count));
        }
    }
}

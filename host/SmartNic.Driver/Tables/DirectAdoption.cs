namespace SmartNic.Driver.Tables;

/// <content>
/// Takes over what another owner left: the bank of the generation in force. The other one may hold
/// a part of what was to come, or of what was; the first transaction writes what differs.
/// </content>
internal sealed partial class DirectTable
{
    // Entries that are not everywhere as they are in force: on each interface, in both banks.
    private readonly IndexSet _stale = new(Indices);

    /// <summary>Reads the table back; writes nothing.</summary>
    /// <param name="reader">Reads the board.</param>
    /// <param name="generation">Generation in force.</param>
    /// <exception cref="DeviceLostException">The device does not answer.</exception>
    public void Adopt(TableReader reader, int generation)
    {
        _stale.Clear();
        ReadBank(reader, 0, generation != 0, _now);
        Compare(reader, 0, generation == 0);
        if (reader.Interfaces > 1)
        {
            // Interfaces are written one after the other: where the first and the last are equal,
            // all are.
            Compare(reader, reader.Interfaces - 1, generation != 0);
            Compare(reader, reader.Interfaces - 1, generation == 0);
        }

        _now.CopyTo(_next, 0);
    }

    private void Compare(TableReader reader, int iface, bool bank)
    {
        var other = new uint[_now.Length];
        ReadBank(reader, iface, bank, other);
        for (var i = 0; i < Count; i++)
        {
            if (!Entry(other, i).SequenceEqual(Entry(_now, i)))
            {
                _stale.Add(i);
            }
        }
    }

    private void ReadBank(TableReader reader, int iface, bool bank, uint[] words)
    {
        // Most entries in use have a bit in word 0: valid, or the epoch, which is never 0.
        var known = _isFirstWordSet ? 1 : Words;
        int[] first = [.. Enumerable.Range(0, known)];
        int[] rest = [.. Enumerable.Range(known, Words - known)];
        EntryWords Of(int index, int[] which) =>
            new(Address(bank, index), which, index * Words);
        var indices = Enumerable.Range(0, Count);
        reader.Read(iface, Info.Id, [.. indices.Select(i => Of(i, first))], words);
        if (rest.Length > 0)
        {
            var used = indices.Where(i => words[i * Words] != 0);
            reader.Read(iface, Info.Id, [.. used.Select(i => Of(i, rest))], words);
        }
    }
}

using SmartNic.Driver.Tables;
using SmartNic.Kernels;
using SmartNic.Registers;

namespace SmartNic.Features;

/// <content>
/// Meters that another owner left. One that is configured as it is goes on, with its epoch and
/// state. An index without a meter may have a state of any epoch: it is read before it is used.
/// </content>
internal sealed partial class MeterBook
{
    private readonly bool[] _isEpochKnown = new bool[DirectTable.Indices];
    private TableReader? _adopted;

    /// <summary>Takes over the meters of the table, which has been read back.</summary>
    /// <param name="reader">Reads states when they are needed.</param>
    public void Adopt(TableReader reader)
    {
        _adopted = reader;
        for (var i = 0; i < DirectTable.Indices; i++)
        {
            if (table[i][0] != 0)
            {
                TableLayouts.RxMeter.Unpack(table[i], out var config);
                _epochs[i] = config.Epoch;
                _isEpochKnown[i] = true;
            }
        }
    }

    /// <summary>Whether the meter that was found at an index does what is wanted.</summary>
    private bool IsAdopted(ushort index, MeterPlan meter)
    {
        if (_adopted is null || table[index][0] == 0)
        {
            return false;
        }

        TableLayouts.RxMeter.Unpack(table[index], out var found);
        var same = Config(meter, found.Epoch, found.StartFull, found.StartNs);
        TableLayouts.RxMeter.Pack(same, _words);
        return table[index].SequenceEqual(_words.AsSpan(0, table.Info.Words));
    }

    /// <summary>An epoch that no state of the index has.</summary>
    private ushort NextEpoch(ushort index, bool isNew)
    {
        var epoch = Following(_epochs[index]);
        if (!isNew || _adopted is not { } reader || _isEpochKnown[index])
        {
            return epoch;
        }

        var field = states.Fields.Single(f => f.Path == nameof(MeterState.Epoch));
        var entry = new EntryWords(index, TableReader.WordsOf([field]), 0);
        var used = new HashSet<ushort>();
        for (var n = 0; n < reader.Interfaces; n++)
        {
            reader.Read(n, states.Id, [entry], _words);
            used.Add((ushort)Words32.Get(_words, field.Lsb, field.Width));
        }

        while (used.Contains(epoch))
        {
            epoch = Following(epoch);
        }

        return epoch;
    }

    private static ushort Following(ushort epoch) =>
        (ushort)(epoch == ushort.MaxValue ? 1 : epoch + 1);
}

using SmartNic.Hls.Language;
using SmartNic.Kernels;

namespace SmartNic.Driver.Tables;

/// <content>
/// Takes over what another owner left: the bank of the generation in force. The other one may hold
/// a part of what was to come, or of what was; the first transaction writes it whole.
/// </content>
internal sealed partial class DirectTable
{
    private bool _isBankUnknown;

    /// <summary>Reads the bank in force back; writes nothing.</summary>
    /// <param name="reader">Reads the board.</param>
    /// <param name="generation">Generation in force.</param>
    /// <exception cref="DeviceLostException">The device does not answer.</exception>
    public void Adopt(TableReader reader, int generation)
    {
        ReadOnlySpan<int> first = [0];
        ReadOnlySpan<int> rest = [.. Enumerable.Range(1, Words - 1)];
        for (var i = 0; i < Indices; i++)
        {
            // Word 0 of every entry in use has a bit set: valid, or the epoch, which is never 0.
            var words = _now.AsSpan(i * Words, Words);
            reader.Read(0, Id, Generation.Bank(generation != 0, (U12)(uint)i), first, words);
            if (words[0] != 0)
            {
                reader.ReadMore(0, rest, words);
            }
        }

        _now.CopyTo(_next, 0);
        _isBankUnknown = true;
    }

    private void WriteWholeBank(TableWriter writer)
    {
        var empty = new List<uint>();
        for (var i = 0; i < Indices; i++)
        {
            var address = Generation.Bank(_newBank, (U12)(uint)i);
            if (IsZero(_next, i))
            {
                empty.Add(address);
            }
            else
            {
                writer.Write(Id, address, Entry(_next, i));
            }
        }

        writer.WriteZero(Id, empty);
        _isBankUnknown = false;
    }
}

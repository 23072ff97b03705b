using SmartNic.Registers;
using G = SmartNic.Registers.GlobalRegisters;
using I = SmartNic.Registers.InterfaceRegisters;

namespace SmartNic.Driver.Tables;

/// <summary>
/// Reads entries back, or only some words of them: on a slow link what is not read is time won.
/// </summary>
internal sealed class TableReader(IBar bar, int interfaces, BusyWait wait)
{
    private readonly uint[] _offsets = new uint[1 + I.TableDataCount];
    private readonly uint[] _words = new uint[1 + I.TableDataCount];

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

    /// <summary>Reads words of an entry.</summary>
    /// <param name="iface">Interface whose copy is read.</param>
    /// <param name="table">Table id.</param>
    /// <param name="index">Entry.</param>
    /// <param name="which">Numbers of the words.</param>
    /// <param name="words">Takes them, each at its number; others stay.</param>
    /// <exception cref="DeviceLostException">The device does not answer.</exception>
    public void Read(
        int iface, int table, uint index, ReadOnlySpan<int> which, Span<uint> words)
    {
        var block = I.Base + ((uint)iface * I.Size);
        bar.Write32(block + I.TableRead, I.TableReadWord((uint)table, index));
        ReadMore(iface, which, words);
    }

    /// <summary>Reads further words of the entry that was read last.</summary>
    /// <inheritdoc cref="Read"/>
    public void ReadMore(int iface, ReadOnlySpan<int> which, Span<uint> words)
    {
        var block = I.Base + ((uint)iface * I.Size);
        var count = 1 + which.Length;
        _offsets[0] = block + I.TableStatus;
        for (var i = 0; i < which.Length; i++)
        {
            _offsets[i + 1] = block + I.TableData + (4 * (uint)which[i]);
        }

        bar.ReadList(_offsets.AsSpan(0, count), _words.AsSpan(0, count));
        if (_words[0] != 0)
        {
            // Busy, or gone: either is rare, and the wait tells which.
            wait.Until(_offsets[0], v => I.TableStatusBusy(v) == 0, "a table to be read");
            bar.ReadList(_offsets.AsSpan(0, count), _words.AsSpan(0, count));
        }

        for (var i = 0; i < which.Length; i++)
        {
            words[which[i]] = _words[i + 1];
        }
    }
}

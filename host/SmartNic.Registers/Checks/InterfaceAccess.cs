using I = SmartNic.Registers.InterfaceRegisters;

namespace SmartNic.Registers;

/// <summary>The access sequences of one interface block: entries and counters.</summary>
/// <param name="bar">The board.</param>
/// <param name="interfaceIndex">Index of the interface.</param>
public sealed class InterfaceAccess(IBar bar, int interfaceIndex)
{
    /// <summary>
    /// Reads of a status register before an access counts as hung. The hardware answers within
    /// about 100 clocks; a read takes at least 4.
    /// </summary>
    private const int MaxPolls = 1000;

    private readonly uint _base = I.Base + ((uint)interfaceIndex * I.Size);

    /// <summary>Byte offset of a register of this interface in the BAR.</summary>
    public uint Offset(uint register) => _base + register;

    /// <summary>Writes one entry; all its words take effect at once.</summary>
    /// <exception cref="TimeoutException">The board stays busy.</exception>
    public void WriteEntry(int table, uint index, ReadOnlySpan<uint> words)
    {
        bar.WriteBlock(Offset(I.TableData), words);
        bar.Write32(Offset(I.TableCommit), I.TableCommitWord((uint)table, index));
        Wait(I.TableStatus);
    }

    /// <summary>Reads one entry.</summary>
    /// <param name="table">Table id.</param>
    /// <param name="index">Index of the entry.</param>
    /// <param name="words">Takes up to 16 words; those beyond the entry are zero.</param>
    /// <exception cref="TimeoutException">The board stays busy.</exception>
    public void ReadEntry(int table, uint index, Span<uint> words)
    {
        bar.Write32(Offset(I.TableRead), I.TableReadWord((uint)table, index));
        Wait(I.TableStatus);
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = bar.Read32(Offset(I.TableData) + (4 * (uint)i));
        }
    }

    /// <summary>Reads one counter, and sets it to zero if asked to: no event is lost.</summary>
    /// <param name="isTx">Direction.</param>
    /// <param name="index">As <see cref="Kernels.CounterIndex"/> gives it.</param>
    /// <param name="clear">Whether to set it to zero.</param>
    /// <exception cref="TimeoutException">The board stays busy.</exception>
    public (ulong Packets, ulong Bytes) ReadCounter(bool isTx, uint index, bool clear = false)
    {
        var word = I.CounterSelectWord(isTx ? 1u : 0u, index);
        bar.Write32(Offset(clear ? I.CounterClear : I.CounterSelect), word);
        Wait(I.CounterStatus);
        return (Pair(I.CounterPacketsLo), Pair(I.CounterBytesLo));
    }

    private ulong Pair(uint low) =>
        bar.Read32(Offset(low)) | ((ulong)bar.Read32(Offset(low) + 4) << 32);

    // Bit 0 of either status register is busy.
    private void Wait(uint status)
    {
        for (var i = 0; i < MaxPolls; i++)
        {
            if (I.TableStatusBusy(bar.Read32(Offset(status))) == 0)
            {
                return;
            }
        }

        throw new TimeoutException(
            $"interface {interfaceIndex}: register 0x{status:x} says busy after {MaxPolls} reads");
    }
}

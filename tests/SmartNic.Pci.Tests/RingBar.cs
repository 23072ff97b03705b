using SmartNic.Registers;

namespace SmartNic.Pci.Tests;

/// <summary>The ring registers of a board that only a test moves; every write is kept.</summary>
internal sealed class RingBar : IBar
{
    private readonly Dictionary<uint, uint> registers = new()
    {
        [RingRegisters.Base + RingRegisters.Id] = RingRegisters.IdValue,
    };

    /// <summary>Reads that say that a ring is busy after it was disabled.</summary>
    public int BusyReads { get; set; }

    /// <summary>Writes, in order.</summary>
    public List<(uint Address, uint Value)> Writes { get; } = [];

    public uint Read32(uint address)
    {
        bool isStatus = address == RingRegisters.Base + RingRegisters.RxStatus;
        return isStatus && BusyReads-- > 0 ? 1u : registers.GetValueOrDefault(address);
    }

    public void Write32(uint address, uint value)
    {
        Writes.Add((address, value));
        registers[address] = value;
    }

    public void WriteBlock(uint offset, ReadOnlySpan<uint> words)
    {
        for (int i = 0; i < words.Length; i++)
        {
            Write32(offset + (4 * (uint)i), words[i]);
        }
    }
}

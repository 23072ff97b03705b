using SmartNic.Pci;
using SmartNic.Pci.Nic;

namespace SmartNic.Guest.Card;

/// <summary>
/// Corundum's own registers, BAR0: the blocks that a host tool walks, with the values of a card
/// whose links are up. Blocks and offsets are Corundum's (classic line, December 2023).
/// </summary>
public sealed class NicRegisters
{
    /// <summary>Bytes of the BAR.</summary>
    public const int Bytes = 16 << 20;

    private const uint InterfaceStride = 0x100000;
    private const uint InterfaceOffset = 0x100000;
    private const uint InterfaceCsr = 0x80000;
    private const uint AppMask = 0x18;
    private const uint LinkUp = 1;
    private readonly Dictionary<uint, uint> words = [];
    private readonly HashSet<uint> writable = [];
    private readonly uint[] masks;

    /// <summary>Registers of a card.</summary>
    /// <param name="interfaces">Number of interfaces, one port each.</param>
    public NicRegisters(int interfaces)
    {
        masks = new uint[interfaces];
        Block(0x000, BlockType.FirmwareId, 0x100, 0x040,
            0x04B7_7093, 0x1234_5678, 0x0001_0000, 0x1234_9001, 0x0100_0000, 1_763_596_800,
            0x5349_4D30, 0);
        Block(0x040, BlockType.Interfaces, 0x100, 0x060,
            InterfaceOffset, (uint)interfaces, InterfaceStride, InterfaceCsr);
        Block(0x060, BlockType.Application, 0x200, 0, ApplicationInfo.Id);
        for (uint n = 0; n < interfaces; n++)
        {
            uint region = InterfaceOffset + (n * InterfaceStride);
            Link(region, InterfaceCsr, BlockType.InterfaceControl, 0x400, InterfaceCsr + 0x40,
                0, 1, 1, 9214, 9214, 1500, 1500);
            Link(region, InterfaceCsr + 0x40, BlockType.RxQueueMap, 0x200, InterfaceCsr + 0x80, 1);
            Link(region, InterfaceCsr + 0x80, BlockType.Port, 0x200, 0, InterfaceCsr + 0xC0);
            Link(region, InterfaceCsr + 0xC0, BlockType.PortControl, 0x200, 0, 0, LinkUp, LinkUp);
            uint map = region + InterfaceCsr + 0x40;
            writable.UnionWith([map + 0x10, map + 0x14, map + AppMask]);
        }
    }

    /// <summary>Whether the application chooses the receive queues of an interface.</summary>
    public bool IsSteered(int iface) => (masks[iface] & (1u << 31)) != 0;

    /// <summary>Reads a word; what there is not reads 0.</summary>
    public uint Read(uint offset) => words.GetValueOrDefault(offset & ~3u);

    /// <summary>Writes a word, where one can be written.</summary>
    public void Write(uint offset, uint value)
    {
        if (!writable.Contains(offset))
        {
            return;
        }

        words[offset] = value;
        uint inRegion = (offset - InterfaceOffset) % InterfaceStride;
        if (inRegion == InterfaceCsr + 0x40 + AppMask)
        {
            masks[(offset - InterfaceOffset) / InterfaceStride] = value;
        }
    }

    private void Link(
        uint region, uint offset, uint type, uint version, uint next, params uint[] values) =>
        Block(region + offset, type, version, next, values);

    private void Block(uint at, uint type, uint version, uint next, params uint[] values)
    {
        uint[] all = [type, version, next, .. values];
        for (int i = 0; i < all.Length; i++)
        {
            words[at + (4 * (uint)i)] = all[i];
        }
    }
}

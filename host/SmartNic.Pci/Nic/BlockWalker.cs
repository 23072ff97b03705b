using SmartNic.Registers;

namespace SmartNic.Pci.Nic;

/// <summary>Follows a list of register blocks, whatever the memory holds.</summary>
internal static class BlockWalker
{
    // Type, version, link.
    private const uint HeaderBytes = 12;

    // Real lists have less than 40; a bound for memory that is no list.
    private const int MaxBlocks = 256;

    /// <summary>The blocks of a list, in its order.</summary>
    /// <param name="bar">The NIC's registers.</param>
    /// <param name="region">Byte offset of the region that links are relative to.</param>
    /// <param name="regionBytes">Bytes of the region.</param>
    /// <param name="first">Offset of the first block in the region.</param>
    /// <exception cref="PciException">It is no list; the message names the offset.</exception>
    public static IReadOnlyList<RegisterBlock> Walk(
        IBar bar, uint region, uint regionBytes, uint first)
    {
        var blocks = new List<RegisterBlock>();
        var seen = new HashSet<uint>();
        var (from, at) = ("the start of the list", first);
        while (true)
        {
            Check(from, region, at, regionBytes, seen, blocks.Count);
            var offset = region + at;
            var block = new RegisterBlock(
                bar.Read32(offset), bar.Read32(offset + 4), offset, regionBytes - at);
            blocks.Add(block);
            from = $"the block at 0x{offset:X}";
            at = bar.Read32(offset + 8);
            if (at == 0)
            {
                return blocks;
            }
        }
    }

    private static void Check(
        string from, uint region, uint at, uint regionBytes, HashSet<uint> seen, int count)
    {
        var wrong = at % 4 != 0 ? "not at a multiple of 4"
            : at > (long)regionBytes - HeaderBytes
                ? $"outside of the region of 0x{regionBytes:X} bytes at 0x{region:X}"
            : !seen.Add(at) ? "which was there before: the list is a circle"
            : count == MaxBlocks ? $"which would be more than {MaxBlocks} blocks"
            : null;
        if (wrong is not null)
        {
            throw new PciException(
                $"register blocks of the NIC: {from} leads to 0x{at:X}, {wrong}",
                "is the bitstream a Corundum of December 2023 or compatible?");
        }
    }
}

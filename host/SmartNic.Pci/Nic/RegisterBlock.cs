namespace SmartNic.Pci.Nic;

/// <summary>A register block of the NIC: a header of type, version and link, then registers.
/// </summary>
/// <param name="Type">Vendor in bits 31:16, kind in bits 15:0.</param>
/// <param name="Version">Major, minor, patch and meta, a byte each.</param>
/// <param name="Offset">Byte offset of the header in the BAR.</param>
/// <param name="RoomBytes">Bytes from there to the end of its region.</param>
public sealed record RegisterBlock(uint Type, uint Version, uint Offset, uint RoomBytes)
{
    /// <summary>What the block is called; its type in hexadecimal where it is not known.</summary>
    public string Name => BlockType.Name(Type);

    /// <summary>This block, if it is of a version whose registers are known.</summary>
    /// <exception cref="PciException">It is of another.</exception>
    internal RegisterBlock Of(uint version) => version == Version ? this : throw new PciException(
        $"register blocks of the NIC: the block at 0x{Offset:X} ({Name}) has version "
        + $"0x{Version:X}, this program knows 0x{version:X}",
        "use a Corundum of December 2023, or one with the same register blocks");

    /// <summary>This block, if it has room for the bytes that it is known to have.</summary>
    /// <exception cref="PciException">It does not fit in its region.</exception>
    internal RegisterBlock With(uint bytes) => bytes <= RoomBytes ? this : throw new PciException(
        $"register blocks of the NIC: the block at 0x{Offset:X} ({Name}) has {bytes} bytes, but "
        + $"its region ends after {RoomBytes}");
}

using SmartNic.Registers;

namespace SmartNic.Pci.Nic;

/// <summary>
/// The NIC around the application, as its register blocks describe it: read once, at opening.
/// </summary>
public sealed class CorundumNic
{
    /// <summary>A register that never reads all ones: the version of the first block.</summary>
    public const uint Witness = 4;

    private const int MaxInterfaces = 16;
    private const uint ApplicationId = 0x0C;

    /// <summary>Reads the blocks.</summary>
    /// <param name="bar">The NIC's registers.</param>
    /// <param name="lengthBytes">Bytes of them.</param>
    /// <exception cref="PciException">There are none that make sense.</exception>
    /// <exception cref="Driver.DeviceLostException">The device does not answer.</exception>
    public CorundumNic(IBar bar, long lengthBytes)
    {
        var bytes = (uint)Math.Min(lengthBytes, uint.MaxValue);
        Blocks = BlockWalker.Walk(bar, 0, bytes, 0);
        if (Blocks[0].Type != BlockType.FirmwareId)
        {
            throw new PciException("register blocks of the NIC: the first one has type "
                + $"0x{Blocks[0].Type:X8}, expected 0x{BlockType.FirmwareId:X8}");
        }

        Firmware = FirmwareId.Read(bar, Blocks[0]);
        Application = Find(BlockType.Application) is { } app
            ? bar.Read32(app.Of(version: 0x200).With(bytes: 0x10).Offset + ApplicationId) : null;
        Interfaces = Find(BlockType.Interfaces) is { } list ? ReadInterfaces(bar, list, bytes) : [];
    }

    /// <summary>Blocks of the device's list, in its order.</summary>
    public IReadOnlyList<RegisterBlock> Blocks { get; }

    /// <summary>Who built it.</summary>
    public FirmwareId Firmware { get; }

    /// <summary>Id of the application; null when it was built without one.</summary>
    public uint? Application { get; }

    /// <summary>Its network interfaces.</summary>
    public IReadOnlyList<NicInterface> Interfaces { get; }

    /// <summary>Lets the application choose receive queues, on every interface and port.</summary>
    /// <returns>Ports for which that had to be set.</returns>
    /// <exception cref="Driver.DeviceLostException">The device does not answer.</exception>
    public int SteerQueues() => Interfaces.Sum(nic => nic.QueueMap?.Steer() ?? 0);

    private static NicInterface[] ReadInterfaces(IBar bar, RegisterBlock list, uint bytes)
    {
        var start = list.Of(version: 0x100).With(bytes: 0x1C).Offset;
        uint At(uint offset) => bar.Read32(start + offset);
        var (offset, count, stride, firstBlock) = (At(0x0C), At(0x10), At(0x14), At(0x18));
        if (count > MaxInterfaces || stride == 0 || (offset | stride) % 4 != 0
            || offset + ((ulong)count * stride) > bytes)
        {
            throw new PciException($"register blocks of the NIC: the block at 0x{list.Offset:X} "
                + $"says {count} interfaces of 0x{stride:X} bytes from 0x{offset:X}: no whole "
                + $"words within 0x{bytes:X} bytes");
        }

        return
        [
            .. Enumerable.Range(0, (int)count).Select(index => new NicInterface(
                bar, index, offset + ((uint)index * stride), stride, firstBlock)),
        ];
    }

    private RegisterBlock? Find(uint type) => Blocks.FirstOrDefault(block => block.Type == type);
}

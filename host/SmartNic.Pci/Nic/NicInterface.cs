using SmartNic.Registers;

namespace SmartNic.Pci.Nic;

/// <summary>One network interface of the NIC.</summary>
public sealed class NicInterface
{
    private const uint PortListOffset = 0x0C;
    private const uint TxStatus = 0x10;
    private const uint RxStatus = 0x14;
    private readonly IBar bar;
    private readonly RegisterBlock[] portControls;

    internal NicInterface(IBar bar, int index, uint region, uint regionBytes, uint firstBlock)
    {
        this.bar = bar;
        Index = index;
        Offset = region;
        Blocks = BlockWalker.Walk(bar, region, regionBytes, firstBlock);
        QueueMap = Blocks.FirstOrDefault(block => block.Type == BlockType.RxQueueMap) is { } map
            ? new RxQueueMap(bar, map) : null;
        portControls =
        [
            .. Blocks.Where(block => block.Type == BlockType.Port)
                .Select(port => port.Of(version: 0x200).With(bytes: 0x10))
                .Select(port => bar.Read32(port.Offset + PortListOffset))
                .SelectMany(first => BlockWalker.Walk(bar, region, regionBytes, first))
                .Where(block => block.Type == BlockType.PortControl)
                .Select(block => block.Of(version: 0x200).With(bytes: 0x18)),
        ];
    }

    /// <summary>Number of the interface.</summary>
    public int Index { get; }

    /// <summary>Byte offset of its region in the BAR.</summary>
    public uint Offset { get; }

    /// <summary>Its register blocks, in the order of the list.</summary>
    public IReadOnlyList<RegisterBlock> Blocks { get; }

    /// <summary>Its RX queue map; null where there is none.</summary>
    public RxQueueMap? QueueMap { get; }

    /// <summary>Reads the link state of its ports.</summary>
    public IReadOnlyList<PortStatus> ReadPorts() =>
    [
        .. portControls.Select(block => new PortStatus(
            bar.Read32(block.Offset + TxStatus), bar.Read32(block.Offset + RxStatus))),
    ];
}

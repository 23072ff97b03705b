using SmartNic.Flash.Bpi;
using SmartNic.Flash.Images;
using SmartNic.Flash.Spi;
using SmartNic.Pci.Nic;
using SmartNic.Registers;

namespace SmartNic.Flash;

/// <summary>
/// The configuration memory of a board, behind Corundum's flash register block: one SPI chip, two
/// side by side, or one parallel chip.
/// </summary>
public sealed class CorundumFlash : IDisposable
{
    private const uint Version = 0x200;
    private const uint Format = 0x0C;
    private const uint FirstControl = 0x10;
    private const uint SecondControl = 0x14;
    private const uint Boot = 0xFEE1_DEAD;
    private readonly CorundumBpi? parallel;
    private readonly IBar bar;
    private readonly RegisterBlock block;

    private CorundumFlash(IBar bar, RegisterBlock block, IFlashClock clock)
    {
        (this.bar, this.block) = (bar, block);
        if (block.Version != Version)
        {
            throw new FlashException($"the flash block at 0x{block.Offset:X} ({block.Name}) has "
                + $"version 0x{block.Version:X}, this program knows 0x{Version:X}",
                "use a Corundum of December 2023, or one with the same register blocks");
        }

        if (block.Type == BlockType.FlashSpi)
        {
            Memories = OpenSpi(bar, block.Offset, clock);
        }
        else
        {
            parallel = new CorundumBpi(bar, block.Offset);
            Memories = parallel.IsWide ? [new CfiNor(parallel, clock)] : throw new FlashException(
                "the parallel flash has fewer than 16 data lines: that is not supported");
        }

        Segments = FlashSegments.Of(bar.Read32(block.Offset + Format),
            Memories.Sum(memory => memory.Geometry.SizeBytes));
    }

    /// <summary>The chips.</summary>
    public IReadOnlyList<IFlashMemory> Memories { get; }

    /// <summary>How it is divided.</summary>
    public FlashSegments Segments { get; }

    /// <summary>What it is.</summary>
    public string Name =>
        string.Join(" and ", Memories.Select(memory => memory.Geometry.Part));

    /// <summary>Opens the memory of a NIC.</summary>
    /// <param name="bar">The NIC's registers.</param>
    /// <param name="nic">The NIC.</param>
    /// <param name="clock">Time of the parts.</param>
    /// <exception cref="FlashException">There is none, or it does not answer as it should.
    /// </exception>
    /// <exception cref="Driver.DeviceLostException">The device does not answer.</exception>
    public static CorundumFlash Open(IBar bar, CorundumNic nic, IFlashClock clock)
    {
        var block = nic.Blocks.FirstOrDefault(
            block => block.Type is BlockType.FlashSpi or BlockType.FlashBpi);
        return block is not null ? new CorundumFlash(bar, block, clock) : throw new FlashException(
            "the board has no flash register block (0xC120 or 0xC121)",
            "its bitstream has no access to the flash; load the image over JTAG instead");
    }

    /// <summary>Where the parts of an image go in a segment.</summary>
    public IReadOnlyList<FlashBank> Banks(FlashSegment segment) =>
    [
        .. Memories.Select(memory => new FlashBank(
            memory, segment.Start / Memories.Count, segment.Bytes / Memories.Count)),
    ];

    /// <summary>What goes into each chip.</summary>
    /// <exception cref="ImageException">The image was not built for these chips.</exception>
    public IReadOnlyList<byte[]> Split(FpgaImage image) => Memories.Count == 2
        ? DualQspi.Split(image.Path, image.Payload.Span) : [Even(image.Payload.Span)];

    /// <summary>The image that the chips hold.</summary>
    public static byte[] Join(IReadOnlyList<byte[]> contents) =>
        contents.Count == 2 ? DualQspi.Join(contents[0], contents[1]) : contents[0];

    /// <summary>Tells the FPGA to load itself from flash (IPROG). The card leaves the bus.
    /// </summary>
    public void BootFpga() => bar.Write32(block.Offset + Format, Boot);

    /// <inheritdoc/>
    public void Dispose() => parallel?.Release();

    private static SpiNor[] OpenSpi(IBar bar, uint block, IFlashClock clock)
    {
        var first = new CorundumSpi(bar, block + FirstControl);
        var second = new CorundumSpi(bar, block + SecondControl);
        if (first.Lanes == 0)
        {
            throw new FlashException("the data lines of the SPI flash do not follow what is "
                + "written to its control register", "is the card's flash held by its controller?");
        }

        if (second.Lanes == 0)
        {
            return [new SpiNor(first, clock)];
        }

        SpiNor[] chips = [new(first, clock, "primary"), new(second, clock, "secondary")];
        return chips[0].Geometry.SizeBytes == chips[1].Geometry.SizeBytes ? chips
            : throw new FlashException("two SPI chips of different sizes: "
                + string.Join(", ", chips.Select(chip => chip.Geometry.Part)));
    }

    /// <summary>16-bit parts take whole words.</summary>
    private static byte[] Even(ReadOnlySpan<byte> payload) =>
        payload.Length % 2 == 0 ? payload.ToArray() : [.. payload, 0xFF];
}

using SmartNic.Registers;

namespace SmartNic.Flash.Bpi;

/// <summary>
/// A parallel flash behind Corundum's block 0xC121 v0x200: address at +10, data at +14, control at
/// +18 (CE_N bit 0, OE_N bit 1, WE_N bit 2, ADV_N bit 3, DQ_OE bit 8, REGION_OE bit 16).
/// </summary>
/// <remarks>
/// Times of the part are kept by repeating a posted write, which changes nothing: each takes the
/// card at least 16 ns (four clocks of 250 MHz). So a word read costs one round trip.
/// </remarks>
public sealed class CorundumBpi : IParallelBus
{
    private const uint OeN = 1u << 1;
    private const uint WeN = 1u << 2;
    private const uint AdvN = 1u << 3;
    private const uint CeN = 1u << 0;
    private const uint Drive = 1u << 8;
    private const uint Region = 1u << 16;
    private const uint Reading = Region | WeN;
    private const uint Idle = Region | WeN | OeN;

    // 110 ns from address to data, 50 ns of write pulse; one access more for the pins.
    private const int AccessWrites = 9;
    private const int PulseWrites = 4;

    // WE_N stays low, rises while the data are still driven, then all is let go.
    private static readonly uint[] Pulse =
    [
        .. Enumerable.Repeat(Region | Drive | OeN, PulseWrites), Region | Drive | OeN | WeN, Idle,
    ];

    private readonly IBar bar;
    private readonly uint address;
    private readonly uint data;
    private readonly uint control;
    private bool isReading;

    /// <summary>Takes the chip of a block.</summary>
    /// <param name="bar">The NIC's registers.</param>
    /// <param name="block">Offset of the block.</param>
    public CorundumBpi(IBar bar, uint block)
    {
        this.bar = bar;
        (address, data, control) = (block + 0x10, block + 0x14, block + 0x18);
        IsWide = Pattern(0xFFFF) == 0xFFFF && Pattern(0xA500) == 0xA500;
        bar.Write32(control, Idle);
    }

    /// <summary>Whether there are 16 data lines.</summary>
    public bool IsWide { get; }

    /// <inheritdoc/>
    public ushort Read(uint word)
    {
        if (!isReading)
        {
            bar.Write32(control, Reading);
            isReading = true;
        }

        Span<uint> same = stackalloc uint[AccessWrites];
        same.Fill(word);
        bar.WriteSame(address, same);
        return (ushort)bar.Read32(data);
    }

    /// <inheritdoc/>
    public void Write(uint word, ushort value)
    {
        if (isReading)
        {
            bar.Write32(control, Idle);
            isReading = false;
        }

        // Address and data are there before WE_N falls, and stay until the next cycle.
        bar.WriteBlock(address, [word, value, Region | Drive | OeN | WeN]);
        bar.WriteSame(control, Pulse);
    }

    /// <summary>Lets go of the chip.</summary>
    public void Release() => bar.Write32(control, CeN | OeN | WeN | AdvN);

    /// <summary>What the lines read when they are driven, with the chip not enabled.</summary>
    private uint Pattern(uint lines)
    {
        bar.Write32(control, CeN | OeN | WeN | AdvN | Drive);
        for (var i = 0; i < PulseWrites; i++)
        {
            bar.Write32(data, lines);
        }

        return bar.Read32(data);
    }
}

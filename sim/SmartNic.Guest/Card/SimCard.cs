using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SmartNic.Demo;
using SmartNic.Driver;
using SmartNic.Registers;

namespace SmartNic.Guest.Card;

/// <summary>
/// The verilated application block with a MAC, host queues and a DMA engine around it. One thread
/// at a time; its clock runs only inside of calls.
/// </summary>
public sealed unsafe class SimCard : IBar, IDisposable
{
    /// <summary>Bytes of the longest frame that can leave.</summary>
    public const int MaxFrameBytes = 9216 + 64;

    // The error code of a DMA status: the address is nobody's.
    private const int NoSuchAddress = 4;

    private readonly CardLibrary library;
    private readonly GCHandle self;
    private readonly IHostMemory memory;
    private readonly byte[] buffer = new byte[MaxFrameBytes];
    private nint card;

    /// <summary>Starts a card that has been reset.</summary>
    /// <param name="memory">What its DMA reaches.</param>
    /// <param name="seed">The same seed gives the same DMA timing.</param>
    /// <param name="dataWidthBits">Width of its streams.</param>
    /// <param name="interfaces">Number of interfaces.</param>
    /// <exception cref="DemoException">The library is not built.</exception>
    public SimCard(
        IHostMemory memory, ulong seed, int dataWidthBits = 512, int interfaces = 1)
    {
        this.memory = memory;
        Interfaces = interfaces;
        library = CardLibrary.Load(dataWidthBits, interfaces);
        self = GCHandle.Alloc(this, GCHandleType.Weak);
        card = library.Create(&Move, GCHandle.ToIntPtr(self), seed);
    }

    /// <summary>Number of interfaces.</summary>
    public int Interfaces { get; }

    /// <summary>Clocks since the start.</summary>
    public ulong Clocks => Stats().Clocks;

    /// <summary>DMA operations since the start.</summary>
    public ulong DmaOperations => Stats().DmaOperations;

    /// <summary>DMA operations that ended with an error.</summary>
    public ulong DmaFailed => Stats().DmaFailed;

    /// <summary>DMA operations under way.</summary>
    public ulong DmaOutstanding => Stats().DmaOutstanding;

    /// <summary>How the DMA engine behaves.</summary>
    /// <param name="latencyClocks">Clocks until an operation starts, at most.</param>
    /// <param name="stallPercent">Clocks in 100 in which a handshake is not given.</param>
    /// <param name="errors">Operations in 65536 that fail without a reason.</param>
    public void SetDma(int latencyClocks, int stallPercent, int errors) => Check(
        library.Dma(card, (uint)latencyClocks, (uint)stallPercent, (uint)errors));

    /// <summary>Puts a frame at the end of a port's list.</summary>
    /// <exception cref="DemoException">No such port, or no bytes.</exception>
    public void Push(PortId port, ReadOnlySpan<byte> frame)
    {
        NativeCardFrame head = new()
        {
            Kind = (byte)port.Kind,
            Interface = port.Interface,
            Queue = port.Queue,
            Length = (uint)frame.Length,
        };
        fixed (byte* data = frame)
        {
            Check(library.Push(card, &head, data));
        }
    }

    /// <summary>Advances the clock until nothing moves any more, or for a number of clocks.
    /// </summary>
    /// <returns>True when nothing moves.</returns>
    /// <exception cref="DemoException">The application broke a rule of its ports.</exception>
    public bool Run(long maxClocks)
    {
        int result = library.Run(card, (ulong)maxClocks);
        Check(result);
        return result == 1;
    }

    /// <summary>Takes the oldest frame that left the card.</summary>
    /// <returns>Null when there is none.</returns>
    public CardFrame? Pop()
    {
        NativeCardFrame head;
        fixed (byte* data = buffer)
        {
            if (library.Pop(card, &head, data, (uint)buffer.Length) != 1)
            {
                return null;
            }
        }

        return new CardFrame(
            new PortId((PortKind)head.Kind, head.Interface, head.Queue),
            buffer[..(int)head.Length]);
    }

    /// <inheritdoc/>
    public uint Read32(uint offset)
    {
        uint value;
        Check(library.Read(card, offset, &value));
        return value;
    }

    /// <inheritdoc/>
    public void Write32(uint offset, uint value) => Check(library.Write(card, offset, value));

    /// <inheritdoc/>
    public void WriteBlock(uint offset, ReadOnlySpan<uint> words)
    {
        for (int n = 0; n < words.Length; n++)
        {
            Write32(offset + ((uint)n * sizeof(uint)), words[n]);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (card != 0)
        {
            library.Destroy(card);
            card = 0;
            self.Free();
        }
    }

    [UnmanagedCallersOnly]
    private static int Move(nint context, ulong address, byte* data, uint length, int write)
    {
        var card = Unsafe.As<SimCard>(GCHandle.FromIntPtr(context).Target!);
        return card.memory.TryMove(address, new Span<byte>(data, (int)length), write != 0)
            ? 0 : NoSuchAddress;
    }

    private NativeCardStats Stats()
    {
        NativeCardStats stats;
        library.Stats(card, &stats);
        return stats;
    }

    private void Check(int result)
    {
        if (result < 0)
        {
            throw new DemoException(
                "simulated card: " + Marshal.PtrToStringUTF8((nint)library.Error(card)));
        }
    }
}

using SmartNic.Driver;
using SmartNic.Registers;

namespace SmartNic.Pci.Ring;

/// <summary>
/// The slow port of a board over its packet rings: a ring of empty buffers that the board fills,
/// and a ring of frames that it sends. One thread at a time. Nothing is allocated per frame, and
/// receiving reads memory only.
/// </summary>
public sealed class PacketRing : ISlowPort, IDisposable
{
    private const int DoorbellEvery = 8;
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(2);
    private readonly IBar bar;
    private readonly IDmaMemory memory;
    private readonly RingSide receive;
    private readonly RingSide send;
    private int notTold;
    private long errors;
    private long lies;

    private PacketRing(IBar bar, IDmaMemory memory)
    {
        (this.bar, this.memory) = (bar, memory);
        receive = new RingSide(bar, 0, memory);
        send = new RingSide(bar, 1, memory);
    }

    /// <summary>Bytes of memory that both rings need.</summary>
    public static int MemoryBytes => 2 * RingSide.MemoryBytes;

    /// <summary>
    /// Entries that came back with an error: a failed DMA, a frame that did not fit, or something
    /// that a board does not write (<see cref="Lies"/>). Their frames are lost.
    /// </summary>
    public long Errors => Volatile.Read(ref errors);

    /// <summary>
    /// Entries in which was what no board of ours writes: a length that does not fit the buffer or
    /// is not the frame's, an unknown status, reserved bits. They are taken for errors.
    /// </summary>
    public long Lies => Volatile.Read(ref lies);

    /// <inheritdoc/>
    long ISlowPort.LostFrames => Errors;

    /// <summary>Whether a board has rings.</summary>
    /// <exception cref="DeviceLostException">It does not answer.</exception>
    public static bool IsThere(IBar bar) =>
        bar.Read32(RingRegisters.Base + RingRegisters.Id) == RingRegisters.IdValue;

    /// <summary>
    /// Ends the rings of a board, whoever started them, and waits until it does not touch their
    /// memory any more.
    /// </summary>
    /// <returns>False when it still does after two seconds.</returns>
    /// <exception cref="DeviceLostException">The board is gone.</exception>
    public static bool TryQuiesce(IBar bar) =>
        RingSide.TryDisable(bar, 0, EndLimit) & RingSide.TryDisable(bar, 1, EndLimit);

    /// <summary>Starts the rings of a board.</summary>
    /// <param name="bar">The application's registers.</param>
    /// <param name="memory">Memory for both; owned from now on, also when this fails.</param>
    /// <exception cref="DeviceLostException">The board has no rings, or they do not start.
    /// </exception>
    /// <exception cref="ArgumentException">The memory is too small.</exception>
    public static PacketRing Open(IBar bar, IDmaMemory memory)
    {
        var ring = new PacketRing(bar, memory);
        try
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(memory.LengthBytes, MemoryBytes);
            if (!IsThere(bar))
            {
                throw new DeviceLostException("the board has no packet rings");
            }

            ring.Start();
            return ring;
        }
        catch (Exception e) when (e is DeviceLostException or ArgumentException)
        {
            ring.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="DeviceLostException">The board is gone.</exception>
    public bool TryReceive(Span<byte> buffer, out int length)
    {
        // A board that marks everything done cannot hold the caller for more than a ring.
        for (var left = RingSide.Entries; left > 0; left--)
        {
            var word = receive.Look(receive.Head);
            if (!word.IsDone)
            {
                break;
            }

            var isGood = IsGood(word, word.LengthBytes <= buffer.Length);
            length = word.LengthBytes;
            if (isGood)
            {
                receive.Buffer(receive.Head)[..length].CopyTo(buffer);
            }

            receive.Head++;
            receive.Give(RingSide.MaxFrameBytes);
            if (++notTold >= DoorbellEvery)
            {
                TellReceive();
            }

            if (isGood)
            {
                return true;
            }
        }

        if (notTold > 0)
        {
            TellReceive();
        }

        length = 0;
        return false;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">Too long, or empty.</exception>
    /// <exception cref="DeviceLostException">The board is gone.</exception>
    public bool TrySend(ReadOnlySpan<byte> frame)
    {
        if (frame.Length is 0 or > RingSide.MaxFrameBytes)
        {
            throw new ArgumentException(
                $"a frame of {frame.Length} bytes, 1 to {RingSide.MaxFrameBytes} can be sent");
        }

        TakeBack();
        if (send.IsFull)
        {
            return false;
        }

        frame.CopyTo(send.Buffer(send.Tail));
        send.Give(frame.Length);
        send.RingDoorbell();
        return true;
    }

    /// <summary>Finds out whether both rings run.</summary>
    /// <exception cref="DeviceLostException">One does not, or the board is gone.</exception>
    public void Check()
    {
        receive.CheckRuns();
        send.CheckRuns();
    }

    /// <summary>
    /// Ends both rings, and then frees their memory. A board that is gone does not touch it any
    /// more; one that does not end keeps it.
    /// </summary>
    public void Dispose()
    {
        try
        {
            if (!TryEnd())
            {
                return;
            }
        }
        catch (DeviceLostException)
        {
            // Safe to drop: whoever uses the board is told by the same exception.
        }

        memory.Dispose();
    }

    private void Start()
    {
        if (!TryEnd())
        {
            throw new DeviceLostException(
                $"the packet rings do not end within {EndLimit.TotalSeconds:0} s");
        }

        // What a predecessor left; no ring runs that could write to it.
        receive.Clear();
        send.Clear();
        send.Enable();
        receive.Enable();
        while (!receive.IsFull)
        {
            receive.Give(RingSide.MaxFrameBytes);
        }

        receive.RingDoorbell();
    }

    private bool TryEnd() => TryQuiesce(bar);

    private void TellReceive()
    {
        receive.RingDoorbell();
        notTold = 0;
    }

    private void TakeBack()
    {
        while (send.Head != send.Tail && send.Look(send.Head) is { IsDone: true } word)
        {
            IsGood(word, word.LengthBytes == send.GivenBytes(send.Head));
            send.Head++;
        }
    }

    /// <summary>Counts what is wrong with an entry.</summary>
    private bool IsGood(RingWord word, bool isLengthRight)
    {
        var isLie = !word.IsPossible || !isLengthRight;
        lies += isLie ? 1 : 0;
        var isGood = !isLie && word.Status == 0;
        errors += isGood ? 0 : 1;
        return isGood;
    }
}

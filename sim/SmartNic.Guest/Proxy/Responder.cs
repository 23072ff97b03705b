using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using SmartNic.Demo;
using SmartNic.Driver;
using SmartNic.Guest.Card;
using SmartNic.Pci;

namespace SmartNic.Guest.Proxy;

/// <summary>
/// The process behind QEMU's <c>x-pci-proxy-dev</c>: answers configuration and BAR accesses from
/// the register model and the verilated application block, and runs that block's clock. Messages
/// are {int32 command, 4 bytes, uint64 size, data}, file descriptors by SCM_RIGHTS.
/// </summary>
internal sealed class Responder : IDisposable
{
    private const int HeaderBytes = 16;
    private const int MaxDataBytes = 256;

    // Some microseconds of the host's time: registers wait no longer.
    private const long ClocksPerStep = 8;
    private const int IdleMs = 1;
    private readonly int socket;
    private readonly GuestMemory memory = new();
    private readonly PciConfigSpace config = new();
    private readonly SimCard card;
    private readonly NicRegisters nic;
    private readonly ConcurrentQueue<CardFrame> inputs = new();
    private readonly ConcurrentQueue<CardFrame> outputs = new();
    private bool busy = true;

    /// <summary>Starts a card.</summary>
    /// <param name="socket">Our end of the socket pair; owned.</param>
    /// <param name="seed">Of the DMA timing.</param>
    public Responder(int socket, ulong seed)
    {
        this.socket = socket;
        card = new SimCard(memory, seed);
        nic = new NicRegisters(card.Interfaces);
        memory.IsAllowed = () => config.IsBusMaster;
    }

    private enum Command
    {
        MemoryMap = 0,
        Answer = 1,
        ConfigWrite = 2,
        ConfigRead = 3,
        BarWrite = 4,
        BarRead = 5,
        Interrupts = 6,
        Reset = 7,
    }

    /// <summary>Register accesses of the guest.</summary>
    public long Accesses { get; private set; }

    /// <summary>Clocks of the card.</summary>
    public ulong Clocks { get; private set; }

    /// <summary>Bytes that DMA moved to and from the guest's memory.</summary>
    public long DmaBytes => memory.BytesMoved;

    /// <summary>Gives the card a frame.</summary>
    public void Send(CardFrame frame) => inputs.Enqueue(frame);

    /// <summary>Takes the oldest frame that left the card; null for none.</summary>
    public CardFrame? Receive() => outputs.TryDequeue(out CardFrame? frame) ? frame : null;

    /// <summary>Serves until QEMU closes the socket, or cancelled.</summary>
    /// <exception cref="DemoException">The card broke a rule, or QEMU said something else.
    /// </exception>
    public void Run(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            if (LinuxCalls.Wait(socket, busy ? 0 : IdleMs))
            {
                if (!Serve())
                {
                    return;
                }

                busy = true;
                continue;
            }

            Step();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        card.Dispose();
        memory.Dispose();
        LinuxCalls.Close(socket);
    }

    private void Step()
    {
        while (inputs.TryDequeue(out CardFrame? frame))
        {
            card.Push(frame.Port, frame.Bytes);
            busy = true;
        }

        if (busy)
        {
            busy = !card.Run(ClocksPerStep);
            Clocks = card.Clocks;
        }

        while (card.Pop() is { } frame)
        {
            // Without the application's choice the NIC's hash decides; here that is queue 0.
            bool chosen = frame.Port.Kind != PortKind.Host || nic.IsSteered(frame.Port.Interface);
            outputs.Enqueue(chosen ? frame : frame with
            {
                Port = PortId.Host(frame.Port.Interface, 0),
            });
        }
    }

    private bool Serve()
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        Span<byte> data = stackalloc byte[MaxDataBytes];
        List<int> files = [];
        if (!LinuxCalls.Receive(socket, header, files))
        {
            return false;
        }

        var command = (Command)BinaryPrimitives.ReadInt32LittleEndian(header);
        ulong size = BinaryPrimitives.ReadUInt64LittleEndian(header[8..]);
        if (size > MaxDataBytes)
        {
            throw new DemoException($"QEMU sent a message of {size} bytes");
        }

        data = data[..(int)size];
        return LinuxCalls.Receive(socket, data, files) && Serve(command, data, files);
    }

    private bool Serve(Command command, ReadOnlySpan<byte> data, List<int> files)
    {
        switch (command)
        {
            case Command.MemoryMap:
                memory.Replace(MemoryMarshal.Cast<byte, ulong>(data), files);
                return true;
            case Command.Interrupts:
                // Polled: the interrupt's descriptors are not used.
                files.ForEach(file => LinuxCalls.Close(file));
                return true;
            case Command.ConfigWrite or Command.ConfigRead:
                return Answer(Config(command, MemoryMarshal.Cast<byte, uint>(data)));
            case Command.BarWrite or Command.BarRead:
                return Answer(Bar(command, MemoryMarshal.Cast<byte, ulong>(data)));
            case Command.Reset:
                return Answer(0);
            default:
                throw new DemoException($"QEMU sent a message of kind {(int)command}");
        }
    }

    private uint Config(Command command, ReadOnlySpan<uint> words)
    {
        if (command == Command.ConfigRead)
        {
            return config.Read(words[0], (int)words[2]);
        }

        config.Write(words[0], words[1], (int)words[2]);
        return 0;
    }

    /// <summary>32-bit accesses only, as Corundum splits wider ones.</summary>
    private uint Bar(Command command, ReadOnlySpan<ulong> words)
    {
        Accesses++;
        int bar = config.Locate(words[0], out uint offset);
        uint value = (uint)words[1];
        switch (command, bar)
        {
            case (Command.BarRead, PciFunction.NicBar): return nic.Read(offset);
            case (Command.BarRead, PciFunction.ApplicationBar): return card.Read32(offset);
            case (Command.BarWrite, PciFunction.NicBar): nic.Write(offset, value); return 0;
            case (Command.BarWrite, PciFunction.ApplicationBar):
                card.Write32(offset, value);
                return 0;
            default: return command == Command.BarRead ? uint.MaxValue : 0;
        }
    }

    private bool Answer(uint value)
    {
        Span<byte> answer = stackalloc byte[HeaderBytes + 8];
        answer.Clear();
        answer[0] = (byte)Command.Answer;
        answer[8] = 8;
        BinaryPrimitives.WriteUInt64LittleEndian(answer[HeaderBytes..], value);
        return LinuxCalls.Send(socket, answer);
    }
}

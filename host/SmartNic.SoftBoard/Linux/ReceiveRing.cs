using System.Buffers.Binary;
using SmartNic.Sim;
using SmartNic.SoftBoard.Offload;

namespace SmartNic.SoftBoard.Linux;

/// <summary>
/// The ring into which the kernel copies a device's frames (packet(7), TPACKET_V2): no call a
/// frame, and each is seen at once (the blocks of version 3 wait for a timer). A frame that is too
/// long for its place comes by the socket's queue, in its turn.
/// </summary>
internal sealed unsafe class ReceiveRing : IDisposable
{
    private const int BlockBytes = 64 * 1024;
    private const int Frames = 1024;

    // struct tpacket2_hdr.
    private const int LengthAt = 4;
    private const int KeptAt = 8;
    private const int MacAt = 12;
    private const int TagAt = 24;
    private const int TagTypeAt = 26;
    private const uint IsReady = 1;
    private const uint IsQueued = 2;
    private const uint HasTag = 16;
    private const uint HasTagType = 64;

    // In front of a frame of the ring: the headers above, and that of the offload.
    private const int HeadBytes = 128;
    private const int TagBytes = 4;
    private const int EthernetBytes = Kernels.Protocol.EthernetBytes + (2 * TagBytes);
    private const int AddressBytes = 12;

    // Queued frames of 64 KiB that wait for their turn.
    private const int QueueBytes = 8 << 20;

    private readonly PacketSocket _socket;
    private readonly int _frameBytes;
    private readonly byte[] _queued =
        GC.AllocateUninitializedArray<byte>(HeadBytes + (128 * 1024), pinned: true);

    private readonly byte* _start;
    private int _next;

    /// <summary>Makes the ring of a socket that is not bound yet.</summary>
    /// <param name="socket">The socket.</param>
    /// <param name="mtu">That of the device, bytes: frames of it have room in a place.</param>
    /// <exception cref="SimException">The kernel has no memory for it.</exception>
    public ReceiveRing(PacketSocket socket, int mtu)
    {
        _socket = socket;
        _frameBytes = (mtu + HeadBytes + EthernetBytes) switch
        {
            <= 2048 => 2048,
            <= 4096 => 4096,
            _ => 16384,
        };
        socket.Set(PacketCalls.Version, PacketCalls.Version2);
        socket.Set(PacketCalls.VnetHeader, 1);
        socket.Set(PacketCalls.CopyThreshold, 1);
        socket.Set(PacketCalls.ReceiveBufferForce, QueueBytes, PacketCalls.SocketLevel);
        socket.Set(PacketCalls.ReceiveRing, new PacketCalls.RingRequest
        {
            BlockBytes = BlockBytes,
            Blocks = (uint)(Frames / (BlockBytes / _frameBytes)),
            FrameBytes = (uint)_frameBytes,
            Frames = Frames,
        });
        nint start = PacketCalls.Map(0, LengthBytes, PacketCalls.ProtectReadWrite,
            PacketCalls.MapShared, socket.Handle, 0);
        _start = start != PacketCalls.MapFailed ? (byte*)start : throw socket.Failed();
    }

    private nuint LengthBytes => (nuint)_frameBytes * Frames;

    private byte* Place => _start + ((nint)_next * _frameBytes);

    private ref uint Status => ref *(uint*)Place;

    /// <summary>The oldest frame, if there is one.</summary>
    public bool TryTake(out ReceivedFrame frame)
    {
        uint status = Volatile.Read(ref Status);
        if ((status & IsReady) == 0)
        {
            frame = default;
            return false;
        }

        byte* place = Place;
        byte* bytes = place + *(ushort*)(place + MacAt);
        int length = (int)*(uint*)(place + LengthAt);
        int kept = (int)*(uint*)(place + KeptAt);
        if ((status & IsQueued) != 0 && TryTakeQueued(length, out byte* queued))
        {
            bytes = queued;
            kept = length;
        }

        VnetHeader offload =
            VnetHeader.Read(new ReadOnlySpan<byte>(bytes - VnetHeader.Bytes, VnetHeader.Bytes));
        if ((status & HasTag) != 0 && kept >= AddressBytes)
        {
            bytes = PutTag(bytes, status, place);
            (length, kept) = (length + TagBytes, kept + TagBytes);
            offload = offload.Shifted(TagBytes);
        }

        frame = new ReceivedFrame
        {
            Bytes = new Span<byte>(bytes, kept), Offload = offload, IsCut = kept < length,
        };
        return true;
    }

    /// <summary>Gives the place of the oldest frame back to the kernel.</summary>
    public void Release()
    {
        Volatile.Write(ref Status, 0);
        _next = (_next + 1) % Frames;
    }

    /// <inheritdoc/>
    public void Dispose() => PacketCalls.Unmap((nint)_start, LengthBytes);

    /// <summary>The whole frame, from the queue.</summary>
    private bool TryTakeQueued(int length, out byte* frame)
    {
        fixed (byte* buffer = _queued)
        {
            frame = buffer + HeadBytes;
            byte* from = frame - VnetHeader.Bytes;
            nint count = PacketCalls.Receive(_socket.Handle, from,
                (nuint)(buffer + _queued.Length - from),
                PacketCalls.DoNotWait | PacketCalls.TellLength);
            return count == length + VnetHeader.Bytes && from + count <= buffer + _queued.Length;
        }
    }

    /// <summary>Puts the tag back that the kernel took off the frame, over the offload header.
    /// </summary>
    private static byte* PutTag(byte* bytes, uint status, byte* place)
    {
        byte* tagged = bytes - TagBytes;
        new Span<byte>(bytes, AddressBytes).CopyTo(new Span<byte>(tagged, AddressBytes));
        ushort type = (status & HasTagType) != 0
            ? *(ushort*)(place + TagTypeAt) : Kernels.Protocol.CTag;
        Span<byte> tag = new(tagged + AddressBytes, TagBytes);
        BinaryPrimitives.WriteUInt16BigEndian(tag, type);
        BinaryPrimitives.WriteUInt16BigEndian(tag[2..], *(ushort*)(place + TagAt));
        return tagged;
    }
}

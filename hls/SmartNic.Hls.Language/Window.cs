using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SmartNic.Hls.Language;

/// <summary>
/// The first <see cref="LengthBytes"/> bytes of a frame. Natively a reference into memory, in
/// hardware
/// 24 words of 64 bits. Reads take a constant offset from the current position;
/// <see cref="Skip"/> moves the position. All fields are in network byte order.
/// </summary>
/// <remarks>
/// Reads are not checked natively: the compiler proves for every read that it stays within the
/// window, and rejects the kernel otherwise (SNH0022).
/// </remarks>
public readonly ref struct Window
{
    /// <summary>Bytes of a frame that a kernel sees; a shorter frame is padded with
    /// zeros.</summary>
    public const int LengthBytes = 192;

    /// <summary>Bytes that must be readable natively: the window and a guard behind it.</summary>
    public const int BufferBytes = LengthBytes + 64;

    private readonly ref byte _start;

    /// <summary>A window over the start of a buffer.</summary>
    /// <param name="buffer">At least <see cref="BufferBytes"/> bytes.</param>
    /// <exception cref="ArgumentException">The buffer is too short.</exception>
    public Window(ReadOnlySpan<byte> buffer)
    {
        if (buffer.Length < BufferBytes)
            throw new ArgumentException($"a window needs {BufferBytes} readable bytes");
        _start = ref MemoryMarshal.GetReference(buffer);
    }

    internal Window(ref byte start) => _start = ref start;

    /// <summary>The byte at a constant offset.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte U8(int offset) => Unsafe.Add(ref _start, offset);

    /// <summary>Two bytes at a constant offset, the first one most significant.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ushort U16(int offset) =>
        Big(Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref _start, offset)));

    /// <summary>Four bytes at a constant offset, the first one most significant.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint U32(int offset) =>
        Big(Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref _start, offset)));

    /// <summary>Six bytes (a MAC address) at a constant offset, the first one most
    /// significant.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public U48 U48(int offset) => (U48)(U64(offset) >> 16);

    /// <summary>Eight bytes at a constant offset, the first one most significant.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong U64(int offset) =>
        Big(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref _start, offset)));

    /// <summary>The window from <paramref name="bytes"/> further on.</summary>
    /// <param name="bytes">A value that the compiler can bound to a finite set.</param>
    /// <param name="peel">Hardware only: true shifts the window behind it once, instead of choosing
    /// at every read. A constant.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Window Skip(int bytes, bool peel = false) => new(ref Unsafe.Add(ref _start, bytes));

    internal static ushort Big(ushort x) =>
        BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(x) : x;

    internal static uint Big(uint x) =>
        BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(x) : x;

    internal static ulong Big(ulong x) =>
        BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(x) : x;
}

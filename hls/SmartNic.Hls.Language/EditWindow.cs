using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SmartNic.Hls.Language;

/// <summary>
/// A window that may be written: headers change in place, <see cref="Push"/> puts a header in
/// front, <see cref="Skip"/> takes one off. A kernel has one, as a <c>ref</c> parameter <c>x</c>;
/// the <see cref="Window.LengthBytes"/> bytes at its last position leave as <c>x_out_0..23</c>.
/// Copies see the same bytes, natively and in hardware.
/// </summary>
/// <remarks>
/// Accesses are not checked natively: the compiler proves for each that it stays within headroom
/// and window, and rejects the kernel otherwise (SNH0022). Behind the window there are zeros.
/// </remarks>
public readonly ref struct EditWindow
{
    /// <summary>Bytes in front of a frame, for headers that are pushed. They are zero.</summary>
    public const int HeadroomBytes = 128;

    /// <summary>Bytes that must be there natively: headroom, window, and behind it as many zeros,
    /// for what leaves may begin at the window's end.</summary>
    public const int BufferBytes = HeadroomBytes + Window.BufferBytes + Window.LengthBytes;

    private readonly ref byte _start;

    /// <summary>A window over a frame that starts <see cref="HeadroomBytes"/> into a buffer; the
    /// headroom is cleared.</summary>
    /// <param name="buffer">At least <see cref="BufferBytes"/> bytes.</param>
    /// <exception cref="ArgumentException">The buffer is too short.</exception>
    public EditWindow(Span<byte> buffer)
    {
        if (buffer.Length < BufferBytes)
            throw new ArgumentException($"an edit window needs {BufferBytes} bytes");
        buffer[..HeadroomBytes].Clear();
        _start = ref buffer[HeadroomBytes];
    }

    private EditWindow(ref byte start) => _start = ref start;

    /// <summary>The same bytes as a <see cref="Window"/>, for functions that only read.</summary>
    public Window View
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(ref _start);
    }

    /// <summary>The byte at a constant offset.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte U8(int offset) => View.U8(offset);

    /// <summary>Two bytes at a constant offset, the first one most significant.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ushort U16(int offset) => View.U16(offset);

    /// <summary>Four bytes at a constant offset, the first one most significant.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint U32(int offset) => View.U32(offset);

    /// <summary>Six bytes at a constant offset, the first one most significant.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public U48 U48(int offset) => View.U48(offset);

    /// <summary>Eight bytes at a constant offset, the first one most significant.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong U64(int offset) => View.U64(offset);

    /// <summary>Writes a byte at a constant offset.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SetU8(int offset, byte value) => Unsafe.Add(ref _start, offset) = value;

    /// <summary>Writes two bytes at a constant offset, the most significant one first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SetU16(int offset, ushort value) =>
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref _start, offset), Window.Big(value));

    /// <summary>Writes four bytes at a constant offset, the most significant one first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SetU32(int offset, uint value) =>
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref _start, offset), Window.Big(value));

    /// <summary>Writes six bytes at a constant offset, the most significant one first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SetU48(int offset, U48 value)
    {
        SetU32(offset, (uint)(value >> 16));
        SetU16(offset + 4, (ushort)value);
    }

    /// <summary>Writes eight bytes at a constant offset, the most significant one first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SetU64(int offset, ulong value) =>
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref _start, offset), Window.Big(value));

    /// <summary>The window from <paramref name="bytes"/> further on.</summary>
    /// <param name="bytes">A value that the compiler can bound to a finite set.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public EditWindow Skip(int bytes) => new(ref Unsafe.Add(ref _start, bytes));

    /// <summary>The window from <paramref name="bytes"/> further back; those bytes become
    /// zero.</summary>
    /// <param name="bytes">A value that the compiler can bound to a finite set.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public EditWindow Push(int bytes)
    {
        ref byte start = ref Unsafe.Subtract(ref _start, bytes);
        MemoryMarshal.CreateSpan(ref start, bytes).Clear();
        return new(ref start);
    }
}

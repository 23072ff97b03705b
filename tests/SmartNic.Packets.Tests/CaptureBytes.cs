using System.Buffers.Binary;

namespace SmartNic.Packets.Tests;

/// <summary>Builds captures byte by byte, apart from the code under test.</summary>
internal sealed class CaptureBytes(bool bigEndian)
{
    private readonly List<byte> bytes = [];

    public byte[] ToArray() => [.. bytes];

    public MemoryStream ToStream() => new(ToArray());

    public CaptureBytes U16(int value)
    {
        Span<byte> b = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(b, (ushort)value);
        return Ordered(b);
    }

    public CaptureBytes U32(uint value)
    {
        Span<byte> b = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(b, value);
        return Ordered(b);
    }

    public CaptureBytes U64(ulong value)
    {
        Span<byte> b = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(b, value);
        return Ordered(b);
    }

    public CaptureBytes Raw(params byte[] data)
    {
        bytes.AddRange(data);
        return this;
    }

    public CaptureBytes PcapHeader(uint magic = 0xA1B2C3D4, uint link = 1) =>
        U32(magic).U16(2).U16(4).U32(0).U32(0).U32(65535).U32(link);

    public CaptureBytes PcapPacket(uint seconds, uint fraction, byte[] frame, int cut = 0) =>
        U32(seconds).U32(fraction).U32((uint)(frame.Length - cut)).U32((uint)frame.Length)
            .Raw(frame[..^cut]);

    public CaptureBytes Section() =>
        Block(0x0A0D0D0A, b => b.U32(0x1A2B3C4D).U16(1).U16(0).U64(ulong.MaxValue));

    public CaptureBytes Interface(int link = 1, uint snap = 0, Action<CaptureBytes>? options = null)
        => Block(1, b =>
        {
            b.U16(link).U16(0).U32(snap);
            options?.Invoke(b);
        });

    public CaptureBytes Option(int code, params byte[] value) =>
        U16(code).U16(value.Length).Raw(value).Pad();

    public CaptureBytes Enhanced(uint from, ulong stamp, byte[] frame, int cut = 0) =>
        Block(6, b => b.U32(from).U32((uint)(stamp >> 32)).U32((uint)stamp)
            .U32((uint)(frame.Length - cut)).U32((uint)frame.Length).Raw(frame[..^cut]));

    public CaptureBytes Obsolete(int from, ulong stamp, byte[] frame) =>
        Block(2, b => b.U16(from).U16(0).U32((uint)(stamp >> 32)).U32((uint)stamp)
            .U32((uint)frame.Length).U32((uint)frame.Length).Raw(frame));

    public CaptureBytes Simple(byte[] frame) =>
        Block(3, b => b.U32((uint)frame.Length).Raw(frame));

    public CaptureBytes Block(uint type, Action<CaptureBytes> body)
    {
        var inner = new CaptureBytes(bigEndian);
        body(inner);
        inner.Pad();
        var total = (uint)inner.bytes.Count + 12;
        return U32(type).U32(total).Raw([.. inner.bytes]).U32(total);
    }

    private CaptureBytes Pad()
    {
        while (bytes.Count % 4 != 0)
        {
            bytes.Add(0);
        }

        return this;
    }

    private CaptureBytes Ordered(Span<byte> littleEndian)
    {
        if (bigEndian)
        {
            littleEndian.Reverse();
        }

        return Raw(littleEndian.ToArray());
    }
}

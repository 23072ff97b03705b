using System.Buffers.Binary;

namespace SmartNic.Packets;

/// <summary>Reads integers in the byte order that a file has said it is written in.</summary>
internal readonly struct ByteOrder(bool bigEndian)
{
    public ushort U16(ReadOnlySpan<byte> bytes, int at) => bigEndian
        ? BinaryPrimitives.ReadUInt16BigEndian(bytes[at..])
        : BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    public uint U32(ReadOnlySpan<byte> bytes, int at) => bigEndian
        ? BinaryPrimitives.ReadUInt32BigEndian(bytes[at..])
        : BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    public long I64(ReadOnlySpan<byte> bytes, int at) => bigEndian
        ? BinaryPrimitives.ReadInt64BigEndian(bytes[at..])
        : BinaryPrimitives.ReadInt64LittleEndian(bytes[at..]);
}

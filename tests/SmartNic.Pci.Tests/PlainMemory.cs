using System.Runtime.InteropServices;
using SmartNic.Pci.Ring;

namespace SmartNic.Pci.Tests;

/// <summary>Memory of this process, with entries as a board writes them.</summary>
internal sealed unsafe class PlainMemory : IDmaMemory
{
    public const ulong Start = 0x12_3456_0000;
    private const int EntryBytes = 16;

    public PlainMemory() =>
        Address = (byte*)NativeMemory.AllocZeroed((nuint)PacketRing.MemoryBytes);

    public byte* Address { get; }

    public ulong BusAddress => Start;

    public int LengthBytes => PacketRing.MemoryBytes;

    /// <summary>Overwrites the second half of an entry.</summary>
    /// <param name="side">0 from the board, 1 to the board.</param>
    /// <param name="entry">Index of the entry.</param>
    /// <param name="word">Length, status, code, phase.</param>
    public void Answer(int side, int entry, ulong word) =>
        *(ulong*)(Address + (side * PacketRing.MemoryBytes / 2) + (entry * EntryBytes) + 8) = word;

    /// <summary>The bytes of both rings.</summary>
    public Span<byte> Bytes => new(Address, LengthBytes);

    public void Dispose() => NativeMemory.Free(Address);
}

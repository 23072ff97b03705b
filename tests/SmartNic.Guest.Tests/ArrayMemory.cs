using System.Runtime.InteropServices;
using SmartNic.Guest.Card;
using SmartNic.Pci.Ring;

namespace SmartNic.Guest.Tests;

/// <summary>Memory of this process as a card reaches it, at a bus address of its own.</summary>
internal sealed unsafe class ArrayMemory : IDmaMemory, IHostMemory
{
    public const ulong Start = 0x12_3456_0000;

    public ArrayMemory(int lengthBytes)
    {
        LengthBytes = lengthBytes;
        Address = (byte*)NativeMemory.AlignedAlloc((nuint)lengthBytes, 64);
    }

    public byte* Address { get; }

    public ulong BusAddress => Start;

    public int LengthBytes { get; }

    /// <summary>Whether DMA reaches it; false stands for a wrong address, or freed memory.
    /// </summary>
    public bool IsReachable { get; set; } = true;

    /// <summary>Times that the card accessed what is not there.</summary>
    public int Misses { get; private set; }

    public bool TryMove(ulong address, Span<byte> data, bool isWrite)
    {
        ulong offset = address - Start;
        if (!IsReachable || offset + (ulong)data.Length > (ulong)LengthBytes)
        {
            Misses++;
            return false;
        }

        var memory = new Span<byte>(Address + offset, data.Length);
        if (isWrite)
        {
            data.CopyTo(memory);
        }
        else
        {
            memory.CopyTo(data);
        }

        return true;
    }

    /// <summary>The owner has freed it: from now on an access is a miss.</summary>
    public void Dispose() => IsReachable = false;

    public void Free() => NativeMemory.AlignedFree(Address);
}

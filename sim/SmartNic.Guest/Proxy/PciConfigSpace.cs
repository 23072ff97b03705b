using System.Buffers.Binary;
using SmartNic.Guest.Card;
using SmartNic.Pci;

namespace SmartNic.Guest.Proxy;

/// <summary>
/// Configuration space of the card: Corundum's ids, BAR0 and BAR2 of 16 MiB, and a PCI Express
/// capability that tells a link of 8 GT/s, 16 lanes.
/// </summary>
public sealed class PciConfigSpace
{
    /// <summary>Bytes of it.</summary>
    public const int Bytes = 256;

    private const int Command = 0x04;
    private const int BarStart = 0x10;
    private const int Express = 0x40;
    private const uint BarMask = unchecked((uint)-NicRegisters.Bytes);
    private readonly byte[] values = new byte[Bytes];
    private readonly byte[] writable = new byte[Bytes];

    /// <summary>As after a reset.</summary>
    public PciConfigSpace()
    {
        Put16(0x00, PciFunction.BoardVendor);
        Put16(0x02, PciFunction.BoardDevice);
        Put16(0x06, 0x0010); // a list of capabilities
        Put32(0x08, PciFunction.BoardClass << 8);
        Put16(0x2C, PciFunction.BoardVendor);
        Put16(0x2E, PciFunction.BoardDevice);
        values[0x34] = Express;
        BinaryPrimitives.WriteUInt16LittleEndian(writable.AsSpan(Command), 0x0406);
        BinaryPrimitives.WriteUInt32LittleEndian(writable.AsSpan(BarStart), BarMask);
        BinaryPrimitives.WriteUInt32LittleEndian(writable.AsSpan(BarStart + 8), BarMask);
        writable[0x3C] = 0xFF;
        const uint Link = 3 | (16 << 4);
        values[Express] = 0x10;
        Put16(Express + 0x02, 0x0002);
        Put32(Express + 0x0C, Link);
        Put32(Express + 0x10, Link << 16);
        Put32(Express + 0x2C, 0b1110);
    }

    /// <summary>Whether the card may access memory.</summary>
    public bool IsBusMaster => (values[Command] & 4) != 0;

    /// <summary>Reads 1, 2 or 4 bytes.</summary>
    public uint Read(uint offset, int count)
    {
        uint value = 0;
        for (int i = 0; i < count && offset + i < Bytes; i++)
        {
            value |= (uint)values[offset + i] << (8 * i);
        }

        return value;
    }

    /// <summary>Writes 1, 2 or 4 bytes, where bits can be written.</summary>
    public void Write(uint offset, uint value, int count)
    {
        for (int i = 0; i < count && offset + i < Bytes; i++)
        {
            byte mask = writable[offset + i];
            values[offset + i] = (byte)((values[offset + i] & ~mask)
                | ((byte)(value >> (8 * i)) & mask));
        }
    }

    /// <summary>Which BAR holds an address, and where in it; -1 for none.</summary>
    public int Locate(ulong address, out uint offset)
    {
        foreach (int bar in (int[])[PciFunction.NicBar, PciFunction.ApplicationBar])
        {
            ulong start = Read((uint)(BarStart + (4 * bar)), 4) & BarMask;
            if (address >= start && address - start < NicRegisters.Bytes)
            {
                offset = (uint)(address - start);
                return bar;
            }
        }

        offset = 0;
        return -1;
    }

    private void Put16(int at, ushort value) =>
        BinaryPrimitives.WriteUInt16LittleEndian(values.AsSpan(at), value);

    private void Put32(int at, uint value) =>
        BinaryPrimitives.WriteUInt32LittleEndian(values.AsSpan(at), value);
}

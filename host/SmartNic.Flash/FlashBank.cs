namespace SmartNic.Flash;

/// <summary>
/// The range of one memory where a part of an image goes. All that writes goes through it, and
/// nothing outside of the range can be erased or programmed.
/// </summary>
/// <param name="Memory">The memory.</param>
/// <param name="Start">First byte.</param>
/// <param name="Bytes">Room.</param>
public sealed record FlashBank(IFlashMemory Memory, long Start, long Bytes)
{
    /// <summary>Byte after the last one.</summary>
    public long End => Start + Bytes;

    /// <summary>Sizes of the memory.</summary>
    public FlashGeometry Geometry => Memory.Geometry;

    /// <summary>Reads from anywhere in the range.</summary>
    public void Read(long address, Span<byte> data) => Memory.Read(In(address, data.Length), data);

    /// <summary>Erases a sector of the range.</summary>
    public void Erase(long address, int bytes) => Memory.Erase(In(address, bytes), bytes);

    /// <summary>Programs bytes, page by page; what is all ones is left out.</summary>
    /// <param name="address">First byte.</param>
    /// <param name="data">Bytes.</param>
    /// <param name="programmed">Told the bytes of each page, programmed or not.</param>
    public void Program(long address, ReadOnlySpan<byte> data, Action<int>? programmed = null)
    {
        In(address, data.Length);
        var page = Geometry.PageBytes;
        while (!data.IsEmpty)
        {
            var count = (int)Math.Min(data.Length, page - (address % page));
            if (data[..count].ContainsAnyExcept((byte)0xFF))
            {
                Memory.Program(address, data[..count]);
            }

            programmed?.Invoke(count);
            address += count;
            data = data[count..];
        }
    }

    /// <summary>The sectors that cover some bytes from the start of the range.</summary>
    /// <exception cref="FlashException">The range does not start or end at a sector.</exception>
    public IEnumerable<(long Address, int Bytes)> Sectors(long bytes)
    {
        for (var address = Start; address < Start + bytes;)
        {
            var size = Memory.SectorBytes(address, End);
            if (size == 0)
            {
                throw new FlashException(
                    $"{Geometry.Part}: the segment from 0x{Start:X} to 0x{End:X} does not lie on "
                    + $"sectors: none starts at 0x{address:X}",
                    "the FORMAT register of the bitstream does not fit the flash of this card");
            }

            yield return (address, size);
            address += size;
        }
    }

    private long In(long address, int bytes) => address >= Start && address + bytes <= End ? address
        : throw new InvalidOperationException(
            $"0x{address:X} is outside of the segment from 0x{Start:X} to 0x{End:X}");
}

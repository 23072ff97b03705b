using System.Globalization;

namespace SmartNic.Flash.Bpi;

/// <summary>Erase blocks of one size.</summary>
/// <param name="Start">First byte.</param>
/// <param name="BlockBytes">Bytes of a block.</param>
/// <param name="Blocks">Number of them.</param>
public sealed record CfiRegion(long Start, int BlockBytes, int Blocks)
{
    /// <summary>Byte after the last one.</summary>
    public long End => Start + ((long)BlockBytes * Blocks);
}

/// <summary>What a parallel flash says about itself (JESD68, JEP137).</summary>
/// <param name="CommandSet">1 or 3 Intel's, 0200h Micron's.</param>
/// <param name="SizeBytes">Bytes.</param>
/// <param name="BufferBytes">Bytes of its write buffer.</param>
/// <param name="ProgramNs">Typical time of a buffer.</param>
/// <param name="EraseNs">Typical time of a block.</param>
/// <param name="Regions">Erase blocks, from address 0.</param>
public sealed record CfiQuery(
    int CommandSet, long SizeBytes, int BufferBytes, long ProgramNs, long EraseNs,
    IReadOnlyList<CfiRegion> Regions)
{
    private const ushort ReadArray = 0xFF;
    private const ushort Enter = 0x98;
    private const int EnterAddress = 0x55;
    private const int MaxRegions = 8;

    /// <summary>Asks a chip; it is in its array mode then.</summary>
    /// <exception cref="FlashException">Nobody answers, or with nonsense.</exception>
    public static CfiQuery Read(IParallelBus bus)
    {
        bus.Write(0, ReadArray);
        bus.Write(EnterAddress, Enter);
        int At(uint offset) => bus.Read(offset) & 0xFF;
        int Word(uint offset) => At(offset) | (At(offset + 1) << 8);
        var mark = new string([(char)At(0x10), (char)At(0x11), (char)At(0x12)]);
        if (mark != "QRY")
        {
            throw new FlashException("no parallel flash answers: its query reads "
                + string.Join(' ', mark.Select(c => ((int)c).ToString(
                    "X2", CultureInfo.InvariantCulture))) + ", expected 51 52 59 (QRY)",
                "does the bitstream have access to the flash pins?");
        }

        var (size, buffer, regions) = (At(0x27), Word(0x2A), At(0x2C));
        if (size is < 16 or > 31 || buffer is < 1 or > 16 || regions is < 1 or > MaxRegions)
        {
            throw new FlashException($"parallel flash: its query says 2^{size} bytes, a buffer of "
                + $"2^{buffer} and {regions} regions: that cannot be");
        }

        var list = new List<CfiRegion>();
        long start = 0;
        for (uint i = 0; i < regions; i++)
        {
            var at = 0x2D + (4 * i);
            var bytes = Word(at + 2) == 0 ? 128 : Word(at + 2) * 256;
            list.Add(new CfiRegion(start, bytes, Word(at) + 1));
            start = list[^1].End;
        }

        var query = new CfiQuery(Word(0x13), 1L << size, 1 << buffer,
            1000L << At(0x20), 1_000_000L << At(0x21), list);
        bus.Write(0, ReadArray);
        return start == query.SizeBytes ? query : throw new FlashException(
            $"parallel flash: its blocks have {start} bytes, all of it {query.SizeBytes}");
    }
}

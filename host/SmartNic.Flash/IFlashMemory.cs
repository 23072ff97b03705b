namespace SmartNic.Flash;

/// <summary>
/// A whole configuration memory in bytes, in the order in which the FPGA's bitstream has them:
/// whichever part it is, however many parts, and whatever wires lead there.
/// </summary>
public interface IFlashMemory
{
    /// <summary>Its sizes.</summary>
    FlashGeometry Geometry { get; }

    /// <summary>Reads bytes from anywhere.</summary>
    /// <param name="address">First byte.</param>
    /// <param name="data">Receives the bytes.</param>
    /// <exception cref="FlashException">The memory does not answer as it should.</exception>
    void Read(long address, Span<byte> data);

    /// <summary>Erases the sector at an address; all its bits are 1 then.</summary>
    /// <param name="address">A multiple of <see cref="FlashGeometry.SectorBytes"/>.</param>
    /// <exception cref="FlashException">Protected, or the memory says that it failed.</exception>
    void Erase(long address);

    /// <summary>Programs bytes; bits go from 1 to 0 only.</summary>
    /// <param name="address">First byte.</param>
    /// <param name="data">Bytes, within one page; an even number at an even address.</param>
    /// <exception cref="FlashException">Protected, or the memory says that it failed.</exception>
    void Program(long address, ReadOnlySpan<byte> data);
}

/// <summary>Sizes of a configuration memory.</summary>
/// <param name="Part">What it is, for messages.</param>
/// <param name="SizeBytes">All of it.</param>
/// <param name="SectorBytes">What is erased at once.</param>
/// <param name="PageBytes">The most that is programmed at once; aligned to its size.</param>
public sealed record FlashGeometry(string Part, long SizeBytes, int SectorBytes, int PageBytes);

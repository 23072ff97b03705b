namespace SmartNic.Flash;

/// <summary>
/// A configuration memory in bytes, in the order in which a bitstream file has them: whichever part
/// it is, and whatever wires lead there.
/// </summary>
public interface IFlashMemory
{
    /// <summary>Its sizes.</summary>
    FlashGeometry Geometry { get; }

    /// <summary>The largest sector that starts at an address and does not pass an end.</summary>
    /// <param name="address">First byte.</param>
    /// <param name="end">Byte after the last one that it may have.</param>
    /// <returns>Bytes; 0 where no such sector starts.</returns>
    int SectorBytes(long address, long end);

    /// <summary>Reads bytes from anywhere.</summary>
    /// <param name="address">First byte; even for 16-bit parts, as is the number of bytes.</param>
    /// <param name="data">Receives the bytes.</param>
    /// <exception cref="FlashException">The memory does not answer as it should.</exception>
    void Read(long address, Span<byte> data);

    /// <summary>Erases a sector; all its bits are 1 then.</summary>
    /// <param name="address">Its first byte.</param>
    /// <param name="bytes">What <see cref="SectorBytes"/> said.</param>
    /// <exception cref="FlashException">Protected, or the memory says that it failed.</exception>
    void Erase(long address, int bytes);

    /// <summary>Programs bytes; bits go from 1 to 0 only.</summary>
    /// <param name="address">First byte, a multiple of
    /// <see cref="FlashGeometry.CommitBytes"/>.</param>
    /// <param name="data">A multiple of that many bytes, within one page.</param>
    /// <exception cref="FlashException">Protected, or the memory says that it failed.</exception>
    void Program(long address, ReadOnlySpan<byte> data);

    /// <summary>Why a range cannot be written, as the memory says; null when it can.</summary>
    string? Protection(long start, long end);

    /// <summary>Clears the protection that <see cref="Protection"/> speaks of.</summary>
    /// <exception cref="FlashException">It stays.</exception>
    void Unprotect();
}

/// <summary>Sizes of a configuration memory.</summary>
/// <param name="Part">What it is, for messages.</param>
/// <param name="SizeBytes">All of it.</param>
/// <param name="PageBytes">The most that is programmed at once; aligned to its size.</param>
/// <param name="CommitBytes">The least that can be programmed on its own, after bytes beside it
/// in the same page were: 1 or 2, or a page where a page is programmed once per erase.</param>
public sealed record FlashGeometry(string Part, long SizeBytes, int PageBytes, int CommitBytes);

using System.Buffers.Binary;

namespace SmartNic.Pci.Ring;

/// <summary>
/// Physical addresses of this process' memory, from <c>/proc/self/pagemap</c> (Linux,
/// Documentation/admin-guide/mm/pagemap.rst).
/// </summary>
internal static class PageMap
{
    private const string Path = "/proc/self/pagemap";
    private const int SmallPageBytes = 4096;
    private const ulong Present = 1ul << 63;
    private const ulong FrameMask = (1ul << 55) - 1;

    /// <summary>The physical address of memory that is one piece.</summary>
    /// <param name="address">First byte; of a page.</param>
    /// <param name="lengthBytes">Whole pages.</param>
    /// <exception cref="PciException">It is not one piece, or the kernel does not tell.
    /// </exception>
    public static ulong Find(nint address, int lengthBytes)
    {
        var pages = lengthBytes / SmallPageBytes;
        var entries = new byte[pages * sizeof(ulong)];
        try
        {
            using var file = File.OpenHandle(Path);
            var offset = (long)((ulong)address / SmallPageBytes * sizeof(ulong));
            RandomAccess.Read(file, entries, offset);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PciException($"{Path}: {e.Message}");
        }

        ulong Frame(int page) =>
            BinaryPrimitives.ReadUInt64LittleEndian(entries.AsSpan(page * sizeof(ulong)));
        var first = Frame(0) & FrameMask;
        if (first == 0)
        {
            throw new PciException($"{Path} does not tell physical addresses",
                "run as root, or with the capability CAP_SYS_ADMIN");
        }

        for (var page = 0; page < pages; page++)
        {
            if ((Frame(page) & FrameMask) != first + (ulong)page || (Frame(page) & Present) == 0)
            {
                throw new PciException("there is no 2 MiB of memory in one piece",
                    "reserve huge pages: echo 4 > /proc/sys/vm/nr_hugepages");
            }
        }

        return first * SmallPageBytes;
    }
}

using System.Buffers.Binary;
using System.Runtime.InteropServices;
using SmartNic.Pci.Linux;

namespace SmartNic.Pci.Ring;

/// <summary>
/// One huge page of 2 MiB, locked: of the reserved ones, or one that the kernel puts together. Its
/// physical address, which is its bus address where no IOMMU translates, is read from
/// <c>/proc/self/pagemap</c> (Linux, Documentation/admin-guide/mm/pagemap.rst).
/// </summary>
public sealed unsafe class PinnedMemory : IDmaMemory
{
    /// <summary>Bytes of the page.</summary>
    public const int PageBytes = 2 << 20;

    private const string PageMap = "/proc/self/pagemap";
    private const int SmallPageBytes = 4096;
    private const ulong Present = 1ul << 63;
    private const ulong FrameMask = (1ul << 55) - 1;
    private readonly nint mapping;
    private readonly nuint mappedBytes;

    private PinnedMemory(nint mapping, nuint mappedBytes, nint page)
    {
        (this.mapping, this.mappedBytes) = (mapping, mappedBytes);
        Address = (byte*)page;
    }

    /// <inheritdoc/>
    public byte* Address { get; }

    /// <inheritdoc/>
    public ulong BusAddress { get; private set; }

    /// <inheritdoc/>
    public int LengthBytes => PageBytes;

    /// <summary>Takes a page.</summary>
    /// <exception cref="PciException">There is none, or its address is not told.</exception>
    public static PinnedMemory Allocate()
    {
        var memory = MapReserved() ?? MapTogether();
        try
        {
            new Span<byte>(memory.Address, PageBytes).Clear();
            if (LinuxCalls.Lock((nint)memory.Address, PageBytes) != 0)
            {
                throw LinuxCalls.Failure(
                    "lock", "2 MiB of memory", Marshal.GetLastPInvokeError());
            }

            memory.BusAddress = memory.FindFrames();
            return memory;
        }
        catch (PciException)
        {
            memory.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => LinuxCalls.Unmap(mapping, mappedBytes);

    private static PinnedMemory? MapReserved()
    {
        var at = LinuxCalls.MapMemory(0, PageBytes, LinuxCalls.ProtectReadWrite,
            LinuxCalls.PrivateMemory | LinuxCalls.HugePage, -1, 0);
        return at == LinuxCalls.MapFailed ? null : new PinnedMemory(at, PageBytes, at);
    }

    private static PinnedMemory MapTogether()
    {
        // Twice as much, so that a whole page lies in it.
        const int Bytes = 2 * PageBytes;
        var at = LinuxCalls.MapMemory(
            0, Bytes, LinuxCalls.ProtectReadWrite, LinuxCalls.PrivateMemory, -1, 0);
        if (at == LinuxCalls.MapFailed)
        {
            throw LinuxCalls.Failure("map", "4 MiB of memory", Marshal.GetLastPInvokeError());
        }

        var page = (at + PageBytes - 1) & ~((nint)PageBytes - 1);
        _ = LinuxCalls.Advise(page, PageBytes, LinuxCalls.AdviseHugePage);
        return new PinnedMemory(at, Bytes, page);
    }

    /// <summary>The physical address, if the page is one piece.</summary>
    private ulong FindFrames()
    {
        const int Pages = PageBytes / SmallPageBytes;
        var entries = new byte[Pages * sizeof(ulong)];
        try
        {
            using var file = File.OpenHandle(PageMap);
            var offset = (long)((ulong)Address / SmallPageBytes * sizeof(ulong));
            RandomAccess.Read(file, entries, offset);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PciException($"{PageMap}: {e.Message}");
        }

        ulong Frame(int page) =>
            BinaryPrimitives.ReadUInt64LittleEndian(entries.AsSpan(page * sizeof(ulong)));
        var first = Frame(0) & FrameMask;
        if (first == 0)
        {
            throw new PciException($"{PageMap} does not tell physical addresses",
                "run as root, or with the capability CAP_SYS_ADMIN");
        }

        for (var page = 0; page < Pages; page++)
        {
            if (Frame(page) != ((Frame(page) & ~FrameMask) | (first + (ulong)page))
                || (Frame(page) & Present) == 0)
            {
                throw new PciException("there is no 2 MiB of memory in one piece",
                    "reserve huge pages: echo 4 > /proc/sys/vm/nr_hugepages");
            }
        }

        return first * SmallPageBytes;
    }
}

using System.Runtime.InteropServices;
using SmartNic.Pci.Linux;

namespace SmartNic.Pci.Ring;

/// <summary>
/// One huge page of 2 MiB, locked: of the reserved ones, or one that the kernel puts together. It
/// is freed with this process, whatever a board still does with it;
/// <see cref="HugePageFile"/> is not. Its physical address is its bus address where no IOMMU
/// translates.
/// </summary>
public sealed unsafe class PinnedMemory : IDmaMemory
{
    /// <summary>Bytes of the page.</summary>
    public const int PageBytes = 2 << 20;

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

            memory.BusAddress = PageMap.Find((nint)memory.Address, PageBytes);
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
}

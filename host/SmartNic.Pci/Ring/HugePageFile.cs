using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using SmartNic.Pci.Linux;

namespace SmartNic.Pci.Ring;

/// <summary>
/// One huge page of 2 MiB in a file of its own on a hugetlbfs, a board each. The page outlives its
/// owner: what a board still writes when the owner was killed goes to a page that belongs to nobody
/// else, and the next owner takes the same one. One owner at a time, by a lock on the file.
/// </summary>
/// <remarks>Contents are the last owner's: end the board's rings before they are used.</remarks>
public sealed unsafe class HugePageFile : IDmaMemory
{
    /// <summary>Bytes of the page.</summary>
    public const int PageBytes = PinnedMemory.PageBytes;

    private readonly SafeFileHandle file;

    private HugePageFile(SafeFileHandle file, string path, byte* address)
    {
        (this.file, FilePath) = (file, path);
        Address = address;
    }

    /// <summary>Where the file is.</summary>
    public string FilePath { get; }

    /// <inheritdoc/>
    public byte* Address { get; }

    /// <inheritdoc/>
    public ulong BusAddress { get; private set; }

    /// <inheritdoc/>
    public int LengthBytes => PageBytes;

    /// <summary>Takes the page of a board, or makes it.</summary>
    /// <param name="board">Name of the board: its PCI address.</param>
    /// <exception cref="PciException">
    /// No hugetlbfs, no free page, another owner, or the page's address is not told.
    /// </exception>
    public static HugePageFile Open(string board)
    {
        var memory = Open(HugePageMount.Find(), board);
        try
        {
            if (LinuxCalls.Lock((nint)memory.Address, PageBytes) != 0)
            {
                throw LinuxCalls.Failure("lock", "2 MiB of memory", Marshal.GetLastPInvokeError());
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

    /// <summary>Takes a page in a folder; its bus address is not known yet.</summary>
    internal static HugePageFile Open(string folder, string board)
    {
        string path = Path.Combine(folder, $"snic-{board}.ring");
        SafeFileHandle file = KeptFile.Open(path);
        try
        {
            RandomAccess.SetLength(file, PageBytes);
            nint at = LinuxCalls.Map(
                0, PageBytes, LinuxCalls.ProtectReadWrite, LinuxCalls.MapShared, file, 0);
            if (at != LinuxCalls.MapFailed)
            {
                return new HugePageFile(file, path, (byte*)at);
            }

            int error = Marshal.GetLastPInvokeError();
            throw error == LinuxCalls.NoMemory
                ? new PciException($"no huge page of 2 MiB is free for {path}",
                    "reserve huge pages: echo 4 > /proc/sys/vm/nr_hugepages")
                : LinuxCalls.Failure("map", path, error);
        }
        catch (Exception e) when (e is PciException or IOException)
        {
            file.Dispose();
            throw e as PciException ?? new PciException($"{path}: {e.Message}");
        }
    }

    /// <summary>Gives the page up to the next owner; the file stays.</summary>
    public void Dispose()
    {
        if (!file.IsClosed)
        {
            _ = LinuxCalls.Unmap((nint)Address, PageBytes);
            file.Dispose();
        }
    }
}

using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace SmartNic.Pci.Linux;

/// <summary>The few Linux calls for which .NET has no own.</summary>
internal static unsafe partial class LinuxCalls
{
    public const int NotPermitted = 1;
    public const int WouldBlock = 11;
    public const int NoMemory = 12;
    public const int NotFound = 2;
    public const int NoDevice = 19;
    public const int NoSuchDevice = 6;
    public const int NoAccess = 13;
    public const int NoSuchRequest = 25;
    public const int OpenReadWriteSync = 0x2 | 0x101000 | 0x80000; // O_RDWR, O_SYNC, O_CLOEXEC
    public const int ProtectReadWrite = 3;
    public const int MapShared = 1;
    public const int PrivateMemory = 0x2 | 0x20;      // MAP_PRIVATE, MAP_ANONYMOUS
    public const int HugePage = 0x40000 | (21 << 26); // MAP_HUGETLB, of 2 MiB
    public const int AdviseHugePage = 14;
    public const int LockExclusiveNow = 2 | 4;        // LOCK_EX, LOCK_NB
    public const int EmptyPath = 0x1000;              // AT_EMPTY_PATH: the file that is open
    public const uint BasicStatus = 0x7FF;            // STATX_BASIC_STATS
    public static readonly nint MapFailed = -1;

    /// <summary>O_RDWR, O_CREAT, O_CLOEXEC and O_NOFOLLOW (by processor).</summary>
    public static int OpenOrCreate { get; } = 0x2 | 0x40 | 0x80000
        | (RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 0x8000 : 0x20000);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true,
        StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true,
        StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Create(string path, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    public static partial int LockFile(SafeFileHandle file, int operation);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true,
        StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Status(
        SafeFileHandle folder, string path, int flags, uint mask, byte* status);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    public static partial uint User();

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    public static partial nint Map(
        nint address, nuint length, int protection, int flags, SafeFileHandle file, long offset);

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    public static partial nint MapMemory(
        nint address, nuint length, int protection, int flags, int file, long offset);

    [LibraryImport("libc", EntryPoint = "madvise", SetLastError = true)]
    public static partial int Advise(nint address, nuint length, int advice);

    [LibraryImport("libc", EntryPoint = "mlock", SetLastError = true)]
    public static partial int Lock(nint address, nuint length);

    [LibraryImport("libc", EntryPoint = "munmap", SetLastError = true)]
    public static partial int Unmap(nint address, nuint length);

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    public static partial int Ioctl(SafeFileHandle file, nuint request, void* argument);

    [LibraryImport("libc", EntryPoint = "access", SetLastError = true)]
    public static partial int Access(byte* path, int mode);

    /// <summary>Opens for reading and writing.</summary>
    /// <exception cref="PciException">Not there, or not allowed.</exception>
    public static SafeFileHandle OpenDevice(string path)
    {
        var file = Open(path, OpenReadWriteSync);
        return file >= 0 ? new SafeFileHandle(file, ownsHandle: true)
            : throw Failure("open", path, Marshal.GetLastPInvokeError());
    }

    /// <summary>What a failed call means to a user.</summary>
    public static PciException Failure(string call, string path, int error) => error switch
    {
        NoAccess => new PciException($"no permission to {call} {path}",
            $"run as root, or give yourself access: sudo chown $USER {path} (for good: a udev "
            + "rule for vendor 0x1234, device 0x1001)"),
        NotPermitted => new PciException($"the kernel does not allow to {call} {path}",
            "run as root; with Secure Boot, kernel lockdown forbids it even to root"),
        NotFound or NoDevice or NoSuchDevice => new PciException(
            $"{path} is not there", "was the card removed? `snic board probe` lists the boards"),
        NoSuchRequest => new PciException(
            $"{path} is not a device of Corundum's kernel module",
            "name /dev/mqnicN, or the card's PCI address"),
        _ => new PciException(
            $"cannot {call} {path}: {Marshal.GetPInvokeErrorMessage(error)} (errno {error})"),
    };
}

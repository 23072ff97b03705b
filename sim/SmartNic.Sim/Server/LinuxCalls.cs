using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace SmartNic.Sim.Server;

/// <summary>The few Linux calls for which .NET has no own.</summary>
internal static unsafe partial class LinuxCalls
{
    public const short PollIn = 1;
    public const short PollOut = 4;
    public const short PollError = 8;
    public const short PollHangUp = 16;
    public const int Interrupted = 4;
    public const int WouldBlock = 11;
    public const int NotPermitted = 1;
    public const int NoAccess = 13;
    public const int Busy = 16;
    public const int NotFound = 2;
    public const int Exists = 17;
    public const int BadState = 77; // EBADFD: the device of a TAP file is deleted
    public const int OpenFolder = 0x10000 | 0x80000; // O_RDONLY | O_DIRECTORY | O_CLOEXEC
    public const int LockExclusiveNow = 2 | 4; // LOCK_EX | LOCK_NB
    public const int CurrentFolder = -100; // AT_FDCWD
    public const uint RenameNoReplace = 1;
    public const int StatNoFollow = 0x100; // AT_SYMLINK_NOFOLLOW
    public const uint StatTypeAndInode = 0x1 | 0x100; // STATX_TYPE | STATX_INO
    public const int OpenReadWriteNonBlocking = 0x2 | 0x800 | 0x80000; // + O_CLOEXEC
    public const ulong SetTunInterface = 0x400454CA;
    public const short TapWithoutHeader = 0x0002 | 0x1000; // IFF_TAP | IFF_NO_PI

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true,
        StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    public static partial int Ioctl(SafeFileHandle file, ulong request, void* argument);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    public static partial nint Read(SafeFileHandle file, byte* buffer, nuint size);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    public static partial nint Write(SafeFileHandle file, byte* buffer, nuint size);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    public static partial int Poll(PollEntry* entries, nuint count, int timeoutMs);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    public static partial int Lock(SafeFileHandle file, int operation);

    [LibraryImport("libc", EntryPoint = "renameat2", SetLastError = true,
        StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Rename(
        int sourceFolder, string source, int targetFolder, string target, uint flags);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true,
        StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Stat(
        int folder, string path, int flags, uint mask, FileStatus* status);

    [LibraryImport("libc", EntryPoint = "if_nametoindex",
        StringMarshalling = StringMarshalling.Utf8)]
    public static partial uint InterfaceIndex(string name);

    /// <summary>struct statx, as far as it is read.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    public struct FileStatus
    {
        [FieldOffset(28)]
        public ushort Mode;
        [FieldOffset(32)]
        public ulong Inode;
        [FieldOffset(136)]
        public ulong Device;
    }

    /// <summary>struct pollfd.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct PollEntry
    {
        public int File;
        public short Events;
        public short Returned;
    }

    /// <summary>struct ifreq, as far as TUNSETIFF reads it.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 40)]
    public struct InterfaceRequest
    {
        public fixed byte Name[16];
        public short Flags;
    }
}

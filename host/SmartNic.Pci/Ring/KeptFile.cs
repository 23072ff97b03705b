using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using SmartNic.Pci.Linux;

namespace SmartNic.Pci.Ring;

/// <summary>
/// A file of one owner at a time, for this user only (0600): made once, kept, locked (flock) while
/// it is open. A process that is killed leaves the file and loses the lock.
/// </summary>
internal static unsafe class KeptFile
{
    private const uint OwnerOnly = 0x180;     // 0600
    private const int StatusBytes = 256;      // struct statx
    private const int UserOffset = 20;
    private const int ModeOffset = 28;
    private const int TypeAndAccess = 0xFFFF; // S_IFMT and the access bits
    private const int RegularOwnerOnly = 0x8180;

    /// <summary>Opens or makes a file, and locks it.</summary>
    /// <param name="path">Its path.</param>
    /// <exception cref="PciException">
    /// Another process has it, it is not this user's alone, or it cannot be made.
    /// </exception>
    public static SafeFileHandle Open(string path)
    {
        int number = LinuxCalls.Create(path, LinuxCalls.OpenOrCreate, OwnerOnly);
        if (number < 0)
        {
            throw LinuxCalls.Failure("create", path, Marshal.GetLastPInvokeError());
        }

        var file = new SafeFileHandle(number, ownsHandle: true);
        try
        {
            CheckOwner(file, path);
            if (LinuxCalls.LockFile(file, LinuxCalls.LockExclusiveNow) != 0)
            {
                int error = Marshal.GetLastPInvokeError();
                throw error == LinuxCalls.WouldBlock
                    ? new PciException($"another process has {path}, and with it the board's rings",
                        "one process owns a board: stop the other one (fuser -v names it)")
                    : LinuxCalls.Failure("lock", path, error);
            }

            return file;
        }
        catch (PciException)
        {
            file.Dispose();
            throw;
        }
    }

    private static void CheckOwner(SafeFileHandle file, string path)
    {
        var status = stackalloc byte[StatusBytes];
        if (LinuxCalls.Status(file, "", LinuxCalls.EmptyPath, LinuxCalls.BasicStatus, status) != 0)
        {
            throw LinuxCalls.Failure("look at", path, Marshal.GetLastPInvokeError());
        }

        var bytes = new ReadOnlySpan<byte>(status, StatusBytes);
        uint user = BinaryPrimitives.ReadUInt32LittleEndian(bytes[UserOffset..]);
        int mode = BinaryPrimitives.ReadUInt16LittleEndian(bytes[ModeOffset..]) & TypeAndAccess;
        if (user != LinuxCalls.User() || mode != RegularOwnerOnly)
        {
            throw new PciException(
                $"{path} is not a file of this user alone (owner {user}, mode {mode:X4}), so that "
                + "others may read packets in it",
                "stop whoever uses it, and remove it");
        }
    }
}

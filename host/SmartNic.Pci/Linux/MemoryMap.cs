using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace SmartNic.Pci.Linux;

/// <summary>A shared, uncached (if the kernel says so) mapping of a device file.</summary>
internal sealed class MemoryMap : SafeHandleZeroOrMinusOneIsInvalid
{
    private MemoryMap(nint address, long lengthBytes)
        : base(ownsHandle: true)
    {
        SetHandle(address);
        LengthBytes = lengthBytes;
    }

    /// <summary>Bytes that are mapped.</summary>
    public long LengthBytes { get; }

    /// <summary>Maps a part of a file.</summary>
    /// <exception cref="PciException">The kernel refuses.</exception>
    public static MemoryMap Create(SafeFileHandle file, string path, long offset, long length)
    {
        var address = LinuxCalls.Map(
            0, (nuint)length, LinuxCalls.ProtectReadWrite, LinuxCalls.MapShared, file, offset);
        return address != LinuxCalls.MapFailed ? new MemoryMap(address, length)
            : throw LinuxCalls.Failure("map", path, Marshal.GetLastPInvokeError());
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle() => LinuxCalls.Unmap(handle, (nuint)LengthBytes) == 0;
}

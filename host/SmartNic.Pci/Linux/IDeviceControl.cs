using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace SmartNic.Pci.Linux;

/// <summary>The ioctl calls of a device; the kernel module's, or a test's.</summary>
internal interface IDeviceControl
{
    /// <summary>One call.</summary>
    /// <param name="request">Number of the request.</param>
    /// <param name="argument">Read and written by the device; empty for none.</param>
    /// <returns>What the call returned, not negative.</returns>
    /// <exception cref="PciException">The device refused.</exception>
    int Call(uint request, Span<byte> argument);
}

/// <summary>The ioctl calls of an open device file.</summary>
internal sealed unsafe class FileControl(SafeFileHandle file, string path) : IDeviceControl
{
    /// <inheritdoc/>
    public int Call(uint request, Span<byte> argument)
    {
        fixed (byte* bytes = argument)
        {
            var result = LinuxCalls.Ioctl(file, (nuint)request, bytes);
            return result >= 0 ? result : throw LinuxCalls.Failure(
                $"ask (ioctl 0x{request:X4})", path, Marshal.GetLastPInvokeError());
        }
    }
}

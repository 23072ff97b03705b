using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace SmartNic.Sim.Server;

/// <summary>A TAP network device: what the kernel sends on it is read here, and back.</summary>
internal sealed unsafe class TapDevice : IDisposable
{
    private readonly SafeFileHandle _file;

    /// <summary>Creates the device, or takes a persistent one. It is down until set up.</summary>
    /// <param name="name">1 to 15 characters.</param>
    /// <exception cref="SimException">Not allowed, not there, or in use.</exception>
    public TapDevice(string name)
    {
        Name = name;
        int bytes = Encoding.UTF8.GetByteCount(name);
        if (bytes is < 1 or > 15)
        {
            throw new SimException($"'{name}' is no device name: 1 to 15 characters");
        }

        int file = LinuxCalls.Open("/dev/net/tun", LinuxCalls.OpenReadWriteNonBlocking);
        if (file < 0)
        {
            throw Failed(Marshal.GetLastPInvokeError());
        }

        _file = new SafeFileHandle(file, ownsHandle: true);
        LinuxCalls.InterfaceRequest request = default;
        Encoding.UTF8.GetBytes(name, new Span<byte>(request.Name, 15));
        request.Flags = LinuxCalls.TapWithoutHeader;
        if (LinuxCalls.Ioctl(_file, LinuxCalls.SetTunInterface, &request) < 0)
        {
            int error = Marshal.GetLastPInvokeError();
            _file.Dispose();
            throw Failed(error);
        }
    }

    /// <summary>Name of the device.</summary>
    public string Name { get; }

    /// <summary>Its file descriptor, for poll.</summary>
    public int Descriptor => (int)_file.DangerousGetHandle();

    /// <summary>Whether the device was deleted; only a new one of that name helps.</summary>
    public bool IsDeleted { get; private set; }

    /// <summary>Takes the next frame of the kernel; never blocks.</summary>
    /// <returns>Its bytes, or 0 when there is none (or the device is down, or deleted).</returns>
    public int Read(Span<byte> buffer)
    {
        fixed (byte* data = buffer)
        {
            nint length = LinuxCalls.Read(_file, data, (nuint)buffer.Length);
            if (length < 0 && Marshal.GetLastPInvokeError() == LinuxCalls.BadState)
            {
                IsDeleted = true;
            }

            return length > 0 ? (int)length : 0;
        }
    }

    /// <summary>Gives the kernel a frame; never blocks.</summary>
    /// <returns>False when the kernel did not take it: no room, or the device is down.</returns>
    public bool Write(ReadOnlySpan<byte> frame)
    {
        fixed (byte* data = frame)
        {
            return LinuxCalls.Write(_file, data, (nuint)frame.Length) == frame.Length;
        }
    }

    /// <summary>Whether a network device of a name is there.</summary>
    public static bool Exists(string name) => LinuxCalls.InterfaceIndex(name) != 0;

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private SimException Failed(int error) => new(error switch
    {
        LinuxCalls.NotPermitted or LinuxCalls.NoAccess =>
            $"TAP device {Name}: not allowed; it needs root (CAP_NET_ADMIN)",
        LinuxCalls.Busy => $"TAP device {Name}: in use by another process",
        LinuxCalls.NotFound => $"TAP device {Name}: there is no /dev/net/tun on this machine",
        _ => $"TAP device {Name}: {Marshal.GetPInvokeErrorMessage(error)}",
    });
}

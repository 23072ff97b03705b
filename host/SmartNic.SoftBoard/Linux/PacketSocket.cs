using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using SmartNic.Sim;
using SmartNic.Sim.Server;

namespace SmartNic.SoftBoard.Linux;

/// <summary>A packet socket on one device. What it asks of the device ends with its process,
/// however that ends.</summary>
internal sealed unsafe class PacketSocket : IDisposable
{
    private readonly string _device;

    /// <summary>A socket that gets nothing until it is bound.</summary>
    /// <exception cref="SimException">Not allowed.</exception>
    public PacketSocket(string device)
    {
        _device = device;
        int file = PacketCalls.Open(PacketCalls.Family, PacketCalls.RawSocket, 0);
        Handle = file >= 0 ? new SafeFileHandle(file, ownsHandle: true) : throw Failed();
    }

    /// <summary>The socket.</summary>
    public SafeFileHandle Handle { get; }

    /// <summary>Binds it to the device.</summary>
    /// <param name="index">Number of the device.</param>
    /// <param name="protocol">What it gets, in network order; 0 for nothing.</param>
    /// <exception cref="SimException">The device is gone.</exception>
    public void Bind(int index, ushort protocol)
    {
        PacketCalls.LinkAddress address = new()
        {
            Family = PacketCalls.Family, Protocol = protocol, Interface = index,
        };
        Check(PacketCalls.Bind(Handle, &address, (uint)sizeof(PacketCalls.LinkAddress)));
    }

    /// <summary>Sets an option of packet sockets.</summary>
    /// <exception cref="SimException">The kernel refuses.</exception>
    public void Set<T>(int option, T value, int level = PacketCalls.PacketLevel)
        where T : unmanaged =>
        Check(PacketCalls.Set(Handle, level, option, &value, (uint)sizeof(T)));

    /// <summary>Reads an option; what is counted there begins anew.</summary>
    public T Get<T>(int option, int level = PacketCalls.PacketLevel)
        where T : unmanaged
    {
        T value = default;
        uint bytes = (uint)sizeof(T);
        PacketCalls.Get(Handle, level, option, &value, &bytes);
        return value;
    }

    /// <summary>Asks for a number of the device; 0 when it is gone.</summary>
    public int Ask(ulong request)
    {
        PacketCalls.DeviceRequest device = default;
        System.Text.Encoding.UTF8.GetBytes(_device, new Span<byte>(device.Name, 15));
        return LinuxCalls.Ioctl(Handle, request, &device) < 0 ? 0 : device.Value;
    }

    /// <summary>The exception for the call that failed last.</summary>
    public SimException Failed()
    {
        int error = Marshal.GetLastPInvokeError();
        return new SimException(error switch
        {
            LinuxCalls.NotPermitted or LinuxCalls.NoAccess =>
                $"device {_device}: not allowed; it needs root (CAP_NET_RAW and CAP_NET_ADMIN)",
            PacketCalls.NoDevice or PacketCalls.NoSuchDevice =>
                $"device {_device}: it is not there",
            _ => $"device {_device}: {Marshal.GetPInvokeErrorMessage(error)}",
        });
    }

    /// <inheritdoc/>
    public void Dispose() => Handle.Dispose();

    private void Check(int result)
    {
        if (result < 0)
        {
            throw Failed();
        }
    }
}

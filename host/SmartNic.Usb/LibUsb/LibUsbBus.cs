using System.Text;

namespace SmartNic.Usb.LibUsb;

/// <summary>The USB devices of this machine, by libusb-1.0.</summary>
public sealed unsafe class LibUsbBus : IUsbBus
{
    private readonly ContextHandle _context;

    /// <summary>Starts the library.</summary>
    /// <exception cref="UsbException">It is not installed, or does not start.</exception>
    public LibUsbBus()
    {
        int result;
        nint context;
        try
        {
            result = NativeCalls.Init(out context);
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            throw MissingLibrary();
        }

        if (result < 0)
        {
            throw new UsbException(UsbFailure.Library,
                $"libusb-1.0 does not start (error {result})",
                "is /sys mounted, and may this user read /dev/bus/usb?");
        }

        _context = new ContextHandle(context);
    }

    /// <summary>What is said where the library is not installed.</summary>
    internal static UsbException MissingLibrary() => new(
        UsbFailure.Library,
        "the USB library libusb-1.0.so.0 is not installed",
        "apt-get install libusb-1.0-0");

    /// <inheritdoc/>
    public IReadOnlyList<UsbIdentity> Devices() => ForEach((device, list) =>
    {
        if (Read(device) is { } found)
        {
            list.Add(found);
        }
    });

    /// <inheritdoc/>
    public IUsbDevice Open(UsbIdentity device)
    {
        LibUsbDevice? opened = null;
        ForEach((native, _) =>
        {
            if (opened is null
                && NativeCalls.GetBusNumber(native) == device.Bus
                && NativeCalls.GetDeviceAddress(native) == device.Address)
            {
                int result = NativeCalls.Open(native, out nint handle);
                opened = result < 0
                    ? throw LibUsbErrors.Of(result, device, "opening")
                    : new LibUsbDevice(new DeviceHandle(_context, handle), device);
            }
        });
        return opened ?? throw LibUsbErrors.Removed(device, "opening");
    }

    private List<UsbIdentity> ForEach(Action<nint, List<UsbIdentity>> visit)
    {
        nint count = NativeCalls.GetDeviceList(_context.Pointer, out nint* list);
        if (count < 0)
        {
            throw new UsbException(UsbFailure.Library,
                $"the USB devices cannot be listed (libusb error {count})");
        }

        try
        {
            List<UsbIdentity> found = [];
            for (nint i = 0; i < count; i++)
            {
                visit(list[i], found);
            }

            return found;
        }
        finally
        {
            NativeCalls.FreeDeviceList(list, 1);
            GC.KeepAlive(_context);
        }
    }

    private UsbIdentity? Read(nint device)
    {
        if (NativeCalls.GetDeviceDescriptor(device, out var descriptor) < 0)
        {
            return null;
        }

        string? serial = null;
        string? name = null;
        if (NativeCalls.Open(device, out nint native) == 0)
        {
            using var handle = new DeviceHandle(_context, native);
            serial = Text(handle, descriptor.SerialText);
            name = Text(handle, descriptor.ProductText);
        }

        return new UsbIdentity(
            descriptor.Vendor, descriptor.Product, descriptor.Release,
            NativeCalls.GetBusNumber(device), NativeCalls.GetDeviceAddress(device), serial, name);
    }

    private static string? Text(DeviceHandle handle, byte index)
    {
        if (index == 0)
        {
            return null;
        }

        byte* text = stackalloc byte[256];
        int length = NativeCalls.GetString(handle, index, text, 256);
        return length <= 0 ? null : Encoding.ASCII.GetString(text, length).Trim();
    }
}

using System.Runtime.InteropServices;

namespace SmartNic.Usb.LibUsb;

/// <summary>The calls of libusb-1.0 that are used (libusb.h, API 0x01000106 and later).</summary>
internal static unsafe partial class NativeCalls
{
    private const string Library = "libusb-1.0.so.0";

    [LibraryImport(Library, EntryPoint = "libusb_init")]
    public static partial int Init(out nint context);

    [LibraryImport(Library, EntryPoint = "libusb_exit")]
    public static partial void Exit(nint context);

    [LibraryImport(Library, EntryPoint = "libusb_get_device_list")]
    public static partial nint GetDeviceList(nint context, out nint* list);

    [LibraryImport(Library, EntryPoint = "libusb_free_device_list")]
    public static partial void FreeDeviceList(nint* list, int unreference);

    [LibraryImport(Library, EntryPoint = "libusb_get_device_descriptor")]
    public static partial int GetDeviceDescriptor(nint device, out DeviceDescriptor descriptor);

    [LibraryImport(Library, EntryPoint = "libusb_get_bus_number")]
    public static partial byte GetBusNumber(nint device);

    [LibraryImport(Library, EntryPoint = "libusb_get_device_address")]
    public static partial byte GetDeviceAddress(nint device);

    [LibraryImport(Library, EntryPoint = "libusb_get_max_packet_size")]
    public static partial int GetMaxPacketSize(nint device, byte endpoint);

    [LibraryImport(Library, EntryPoint = "libusb_get_device")]
    public static partial nint GetDevice(DeviceHandle handle);

    [LibraryImport(Library, EntryPoint = "libusb_open")]
    public static partial int Open(nint device, out nint handle);

    [LibraryImport(Library, EntryPoint = "libusb_close")]
    public static partial void Close(nint handle);

    [LibraryImport(Library, EntryPoint = "libusb_get_string_descriptor_ascii")]
    public static partial int GetString(DeviceHandle handle, byte index, byte* data, int length);

    [LibraryImport(Library, EntryPoint = "libusb_set_auto_detach_kernel_driver")]
    public static partial int SetAutoDetach(DeviceHandle handle, int enable);

    [LibraryImport(Library, EntryPoint = "libusb_claim_interface")]
    public static partial int Claim(DeviceHandle handle, int number);

    [LibraryImport(Library, EntryPoint = "libusb_release_interface")]
    public static partial int Release(DeviceHandle handle, int number);

    [LibraryImport(Library, EntryPoint = "libusb_control_transfer")]
    public static partial int Control(
        DeviceHandle handle, byte requestType, byte request, ushort value, ushort index,
        byte* data, ushort length, uint timeoutMs);

    [LibraryImport(Library, EntryPoint = "libusb_bulk_transfer")]
    public static partial int Bulk(
        DeviceHandle handle, byte endpoint, byte* data, int length, out int transferred,
        uint timeoutMs);

    /// <summary>struct libusb_device_descriptor (USB 2.0 table 9-8).</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    public struct DeviceDescriptor
    {
        public byte Length;
        public byte Type;
        public ushort UsbVersion;
        public byte Class;
        public byte Subclass;
        public byte Protocol;
        public byte MaxPacket0;
        public ushort Vendor;
        public ushort Product;
        public ushort Release;
        public byte ManufacturerText;
        public byte ProductText;
        public byte SerialText;
        public byte Configurations;
    }
}

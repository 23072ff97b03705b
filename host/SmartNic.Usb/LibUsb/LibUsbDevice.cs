namespace SmartNic.Usb.LibUsb;

/// <summary>One device, opened by libusb.</summary>
internal sealed unsafe class LibUsbDevice : IUsbDevice
{
    private readonly DeviceHandle _handle;
    private readonly List<int> _claimed = [];

    public LibUsbDevice(DeviceHandle handle, UsbIdentity identity)
    {
        _handle = handle;
        Identity = identity;
    }

    public UsbIdentity Identity { get; }

    public void ClaimInterface(int number)
    {
        // Where the platform has no kernel drivers to detach, the claim itself tells.
        _ = NativeCalls.SetAutoDetach(_handle, 1);
        Check(NativeCalls.Claim(_handle, number), "claiming its interface");
        _claimed.Add(number);
    }

    public int MaxPacketBytes(byte endpoint) => Check(
        NativeCalls.GetMaxPacketSize(NativeCalls.GetDevice(_handle), endpoint),
        "reading its descriptors");

    public void ControlOut(
        byte requestType, byte request, ushort value, ushort index, ReadOnlySpan<byte> data,
        TimeSpan timeout)
    {
        fixed (byte* bytes = data)
        {
            Check(
                NativeCalls.Control(_handle, requestType, request, value, index, bytes,
                    checked((ushort)data.Length), Milliseconds(timeout)),
                $"control request {request:x2}");
        }
    }

    public int ControlIn(
        byte requestType, byte request, ushort value, ushort index, Span<byte> data,
        TimeSpan timeout)
    {
        fixed (byte* bytes = data)
        {
            return Check(
                NativeCalls.Control(_handle, requestType, request, value, index, bytes,
                    checked((ushort)data.Length), Milliseconds(timeout)),
                $"control request {request:x2}");
        }
    }

    public void BulkOut(byte endpoint, ReadOnlySpan<byte> data, TimeSpan timeout)
    {
        fixed (byte* bytes = data)
        {
            int result = NativeCalls.Bulk(
                _handle, endpoint, bytes, data.Length, out int done, Milliseconds(timeout));
            Check(result, $"bulk out ({done} of {data.Length} bytes taken)");
            if (done != data.Length)
            {
                throw LibUsbErrors.Of(LibUsbErrors.Timeout, Identity,
                    $"bulk out ({done} of {data.Length} bytes taken)");
            }
        }
    }

    public int BulkIn(byte endpoint, Span<byte> data, TimeSpan timeout)
    {
        fixed (byte* bytes = data)
        {
            int result = NativeCalls.Bulk(
                _handle, endpoint, bytes, data.Length, out int done, Milliseconds(timeout));
            if (result != LibUsbErrors.Timeout)
            {
                Check(result, "bulk in");
            }

            return done;
        }
    }

    public void Dispose()
    {
        if (!_handle.IsClosed)
        {
            foreach (int number in _claimed)
            {
                // Fails when the device is gone: then there is nothing to give back.
                _ = NativeCalls.Release(_handle, number);
            }
        }

        _handle.Dispose();
    }

    // 0 would be no limit at all.
    private static uint Milliseconds(TimeSpan timeout) =>
        (uint)Math.Clamp(timeout.TotalMilliseconds, 1, int.MaxValue);

    private int Check(int result, string doing) =>
        result >= 0 ? result : throw LibUsbErrors.Of(result, Identity, doing);
}

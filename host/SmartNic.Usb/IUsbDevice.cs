namespace SmartNic.Usb;

/// <summary>
/// One opened USB device: what a cable's driver needs and no more, so that libusb, LibUsbDotNet or
/// a model can be behind it. One thread uses it at a time.
/// </summary>
public interface IUsbDevice : IDisposable
{
    /// <summary>Which device it is.</summary>
    UsbIdentity Identity { get; }

    /// <summary>Takes an interface from the kernel's driver until disposal.</summary>
    /// <param name="number">bInterfaceNumber, from 0.</param>
    /// <exception cref="UsbException">Another program has it, or the device is gone.</exception>
    void ClaimInterface(int number);

    /// <summary>Largest packet of an endpoint.</summary>
    /// <param name="endpoint">bEndpointAddress; bit 7 set is towards the host.</param>
    /// <returns>Bytes: 512 for bulk at high speed, 64 at full speed.</returns>
    int MaxPacketBytes(byte endpoint);

    /// <summary>A control transfer to the device (USB 2.0 section 9.3).</summary>
    /// <param name="requestType">bmRequestType, bit 7 clear.</param>
    /// <param name="request">bRequest.</param>
    /// <param name="value">wValue.</param>
    /// <param name="index">wIndex.</param>
    /// <param name="data">Data stage; may be empty.</param>
    /// <param name="timeout">The longest that it may take.</param>
    /// <exception cref="UsbException">Refused, timed out, or the device is gone.</exception>
    void ControlOut(
        byte requestType, byte request, ushort value, ushort index, ReadOnlySpan<byte> data,
        TimeSpan timeout);

    /// <summary>A control transfer to the host.</summary>
    /// <param name="requestType">bmRequestType, bit 7 set.</param>
    /// <param name="request">bRequest.</param>
    /// <param name="value">wValue.</param>
    /// <param name="index">wIndex.</param>
    /// <param name="data">Receives the data stage.</param>
    /// <param name="timeout">The longest that it may take.</param>
    /// <returns>Bytes that came.</returns>
    /// <exception cref="UsbException">Refused, timed out, or the device is gone.</exception>
    int ControlIn(
        byte requestType, byte request, ushort value, ushort index, Span<byte> data,
        TimeSpan timeout);

    /// <summary>Writes all bytes to a bulk endpoint.</summary>
    /// <param name="endpoint">bEndpointAddress, bit 7 clear.</param>
    /// <param name="data">Any number of bytes; split into packets below.</param>
    /// <param name="timeout">The longest that all of it may take.</param>
    /// <exception cref="UsbException">
    /// Timed out (with the bytes that were taken), stalled, or the device is gone.
    /// </exception>
    void BulkOut(byte endpoint, ReadOnlySpan<byte> data, TimeSpan timeout);

    /// <summary>Reads one transfer from a bulk endpoint: it ends with a short packet.</summary>
    /// <param name="endpoint">bEndpointAddress, bit 7 set.</param>
    /// <param name="data">Receives it; a multiple of the packet size.</param>
    /// <param name="timeout">The longest that it may take.</param>
    /// <returns>Bytes that came; 0 where the time ran out without any.</returns>
    /// <exception cref="UsbException">Stalled, or the device is gone.</exception>
    int BulkIn(byte endpoint, Span<byte> data, TimeSpan timeout);
}

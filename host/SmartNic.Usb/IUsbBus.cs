namespace SmartNic.Usb;

/// <summary>The USB devices of this machine.</summary>
public interface IUsbBus
{
    /// <summary>All devices that are plugged in, whoever may open them.</summary>
    /// <exception cref="UsbException">The bus cannot be looked at.</exception>
    IReadOnlyList<UsbIdentity> Devices();

    /// <summary>Opens one of them.</summary>
    /// <param name="device">One that <see cref="Devices"/> gave.</param>
    /// <exception cref="UsbException">No permission, in use, or gone meanwhile.</exception>
    IUsbDevice Open(UsbIdentity device);
}

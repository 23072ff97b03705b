namespace SmartNic.Usb.LibUsb;

/// <summary>Result codes of libusb (enum libusb_error) as exceptions.</summary>
internal static class LibUsbErrors
{
    public const int InputOutput = -1;
    public const int Access = -3;
    public const int NoDevice = -4;
    public const int NotFound = -5;
    public const int Busy = -6;
    public const int Timeout = -7;
    public const int Overflow = -8;
    public const int Pipe = -9;

    /// <summary>The rule that lets users without root use the cables.</summary>
    public const string UdevRule = "60-snic.rules";

    /// <summary>The exception that a negative result stands for.</summary>
    /// <param name="code">A libusb_error.</param>
    /// <param name="device">Whom it happened to.</param>
    /// <param name="doing">What was tried, as <c>bulk out</c>.</param>
    public static UsbException Of(int code, UsbIdentity device, string doing) => code switch
    {
        Access => new UsbException(UsbFailure.Permission,
            $"{device}: no permission to open {device.DeviceFile}",
            $"install the udev rule {UdevRule} (of package snic, or host/package) and plug the "
            + "cable in again, or run as root"),
        NoDevice or NotFound => Removed(device, doing),
        Busy => new UsbException(UsbFailure.Busy,
            $"{device}: another program is using it",
            "close hw_server, openocd or whatever else has the cable, and try again"),
        Timeout => new UsbException(UsbFailure.Timeout,
            $"{device}: no answer in time to {doing}",
            "plug the cable out and in again"),
        Pipe => new UsbException(UsbFailure.Transfer,
            $"{device}: {doing} was refused (stall)"),
        _ => new UsbException(UsbFailure.Transfer,
            $"{device}: {doing} failed (libusb error {code})",
            "try another USB port or a shorter cable"),
    };

    /// <summary>The device is not there any more.</summary>
    public static UsbException Removed(UsbIdentity device, string doing) => new(
        UsbFailure.Removed,
        $"{device}: unplugged, or without power, during {doing}",
        "check the cable and the board's power, then run the command again");
}

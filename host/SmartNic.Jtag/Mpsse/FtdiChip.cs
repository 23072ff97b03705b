using SmartNic.Usb;

namespace SmartNic.Jtag.Mpsse;

/// <summary>An FTDI chip with a fast MPSSE (FTDI's data sheets).</summary>
/// <param name="Name">As FTDI names it.</param>
/// <param name="Product">idProduct of an unprogrammed chip.</param>
/// <param name="Channels">Channels with an MPSSE; the first ones.</param>
/// <param name="ReceiveBytes">
/// Buffer towards the host of one channel: when it is full, TCK stops until the host reads.
/// </param>
public sealed record FtdiChip(string Name, ushort Product, int Channels, int ReceiveBytes)
{
    /// <summary>idVendor of FTDI.</summary>
    public const ushort Vendor = 0x0403;

    /// <summary>The chips.</summary>
    public static IReadOnlyList<FtdiChip> All { get; } =
    [
        new("FT2232H", 0x6010, 2, 4096),
        new("FT4232H", 0x6011, 2, 2048),
        new("FT232H", 0x6014, 1, 1024),
    ];

    /// <summary>The chip of a USB device; null where it is none of these.</summary>
    public static FtdiChip? Of(UsbIdentity device) => device.Vendor != Vendor
        ? null
        : All.FirstOrDefault(chip => chip.Product == device.Product);
}

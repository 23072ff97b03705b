using SmartNic.Usb;

namespace SmartNic.Jtag.Mpsse;

/// <summary>A JTAG cable that is plugged in.</summary>
/// <param name="Device">The USB device.</param>
/// <param name="Chip">Its chip.</param>
/// <param name="Profile">Its channel and pins.</param>
public sealed record JtagCable(UsbIdentity Device, FtdiChip Chip, CableProfile Profile)
{
    /// <summary>All that are plugged in.</summary>
    public static IReadOnlyList<JtagCable> List(IUsbBus bus)
    {
        List<JtagCable> cables = [];
        foreach (var device in bus.Devices())
        {
            if (FtdiChip.Of(device) is { } chip)
            {
                cables.Add(new JtagCable(device, chip, CableProfile.All.First(profile =>
                    profile.Product == device.Product
                    && (device.Name ?? string.Empty).StartsWith(
                        profile.TextPrefix, StringComparison.OrdinalIgnoreCase))));
            }
        }

        return cables;
    }

    /// <summary>The cable of a serial number; without one, the only cable that there is.</summary>
    /// <param name="bus">Where to look.</param>
    /// <param name="serial">Serial number or its beginning; null for the only one.</param>
    /// <exception cref="JtagException">There is none, or more than one.</exception>
    public static JtagCable Find(IUsbBus bus, string? serial)
    {
        var all = List(bus);
        JtagCable[] fit = [.. all.Where(cable => serial is null
            || (cable.Device.Serial ?? string.Empty).StartsWith(
                serial, StringComparison.OrdinalIgnoreCase))];
        string list = string.Join(", ", all.Select(cable => cable.Device));
        return fit.Length switch
        {
            1 => fit[0],
            0 when all.Count == 0 => throw new JtagException(
                "there is no JTAG cable (FTDI FT2232H, FT4232H or FT232H) on USB",
                "connect the board's USB port, or the Alveo programming cable, and see lsusb"),
            0 => throw new JtagException($"no cable has serial number {serial}; there are: {list}",
                all.Any(cable => cable.Device.Serial is null)
                    ? "a serial number that is not shown needs permission: run as root or install "
                        + "the udev rule of package snic"
                    : "name one of these with --cable"),
            _ => throw new JtagException($"there are {fit.Length} cables: {list}",
                "name one by its serial number with --cable"),
        };
    }

    /// <summary>Opens it.</summary>
    /// <param name="bus">Where it is.</param>
    /// <param name="frequencyHz">The most that TCK may have.</param>
    /// <exception cref="UsbException">No permission, in use, or gone.</exception>
    /// <exception cref="JtagException">It does not answer.</exception>
    public MpsseLink Open(IUsbBus bus, long frequencyHz) =>
        new(bus.Open(Device), Chip, Profile, frequencyHz);
}

namespace SmartNic.Usb;

/// <summary>Which USB device.</summary>
/// <param name="Vendor">idVendor.</param>
/// <param name="Product">idProduct.</param>
/// <param name="Release">bcdDevice: for FTDI chips, which chip it is.</param>
/// <param name="Bus">Number of the bus.</param>
/// <param name="Address">Address on the bus; another one after every plugging in.</param>
/// <param name="Serial">Serial number; null where it has none or may not be opened.</param>
/// <param name="Name">Product text; null where it has none or may not be opened.</param>
public sealed record UsbIdentity(
    ushort Vendor, ushort Product, ushort Release, byte Bus, byte Address, string? Serial,
    string? Name)
{
    /// <summary>The device in messages: <c>0403:6011 Alveo (serial 21770…)</c>.</summary>
    public override string ToString() =>
        $"{Vendor:x4}:{Product:x4}{(Name is null ? string.Empty : $" {Name}")} "
        + (Serial is null ? $"(bus {Bus}, address {Address})" : $"(serial {Serial})");

    /// <summary>Its device file, which is what permissions are about.</summary>
    public string DeviceFile => $"/dev/bus/usb/{Bus:d3}/{Address:d3}";
}

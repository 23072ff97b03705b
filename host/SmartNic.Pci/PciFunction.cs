namespace SmartNic.Pci;

/// <summary>A PCI function as sysfs shows it.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="Address">Domain, bus, device and function, as <c>0000:03:00.0</c>.</param>
/// <param name="Vendor">Vendor id.</param>
/// <param name="Device">Device id.</param>
/// <param name="ClassCode">Class, subclass and programming interface, 24 bits.</param>
/// <param name="Link">The link as it is.</param>
/// <param name="MaxLink">The best link that the card is able to.</param>
/// <param name="Driver">Kernel driver that is bound to it; null for none.</param>
/// <param name="IsEnabled">Whether it answers memory accesses, as the kernel counts it.</param>
/// <param name="BarBytes">Bytes of the BARs that there are, by BAR number.</param>
/// <param name="CharDevice">The kernel module's device, <c>/dev/mqnic0</c>; null for none.</param>
public sealed record PciFunction(
    string Folder,
    string Address,
    ushort Vendor,
    ushort Device,
    uint ClassCode,
    PciLink Link,
    PciLink MaxLink,
    string? Driver,
    bool IsEnabled,
    IReadOnlyDictionary<int, long> BarBytes,
    string? CharDevice)
{
    /// <summary>Vendor id of the NIC that the application lives in.</summary>
    public const ushort BoardVendor = 0x1234;

    /// <summary>Device id of that NIC.</summary>
    public const ushort BoardDevice = 0x1001;

    /// <summary>Class of that NIC: Ethernet controller.</summary>
    public const uint BoardClass = 0x020000;

    /// <summary>BAR of the NIC's own registers.</summary>
    public const int NicBar = 0;

    /// <summary>BAR of the application; there only if the NIC was built with one.</summary>
    public const int ApplicationBar = 2;

    /// <summary>Whether the ids are those of the NIC, with whatever application.</summary>
    public bool IsBoard =>
        Vendor == BoardVendor && Device == BoardDevice && ClassCode == BoardClass;

    /// <summary>The file whose mapping is a BAR.</summary>
    public string ResourcePath(int bar) => Path.Combine(Folder, $"resource{bar}");
}

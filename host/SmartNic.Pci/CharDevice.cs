using System.Buffers.Binary;
using System.Text;
using Microsoft.Win32.SafeHandles;
using SmartNic.Pci.Linux;

namespace SmartNic.Pci;

/// <summary>What the kernel module says about a card.</summary>
/// <param name="FirmwareId">FW_ID register.</param>
/// <param name="FirmwareVersion">FW_VER register.</param>
/// <param name="BoardId">BOARD_ID register.</param>
/// <param name="BoardVersion">BOARD_VER register.</param>
/// <param name="BuildDate">Seconds since 1970.</param>
/// <param name="GitHash">First 32 bits of the commit that the NIC was built from.</param>
/// <param name="Regions">Number of regions.</param>
public sealed record CharDeviceInfo(
    uint FirmwareId, uint FirmwareVersion, uint BoardId, uint BoardVersion, uint BuildDate,
    uint GitHash, int Regions);

/// <summary>A region that can be mapped.</summary>
/// <param name="Index">Number; 0 is BAR0, 1 is BAR2.</param>
/// <param name="Type">Kind, see <see cref="CharDevice"/>.</param>
/// <param name="LengthBytes">Bytes.</param>
/// <param name="Name">What the module calls it.</param>
public sealed record CharDeviceRegion(int Index, uint Type, long LengthBytes, string Name);

/// <summary>
/// <c>/dev/mqnicN</c> of Corundum's kernel module, ioctl interface version 0: another way to the
/// same BARs, which needs no root where the device file may be opened.
/// </summary>
public sealed class CharDevice : IDisposable
{
    /// <summary>Type of the region of the NIC's registers.</summary>
    public const uint NicRegion = 0x1001;

    /// <summary>Type of the region of the application's registers.</summary>
    public const uint ApplicationRegion = 0x1002;

    private const uint GetApiVersion = 0x88C0;
    private const uint GetDeviceInfo = 0x88C1;
    private const uint GetRegionInfo = 0x88C2;
    private const int ApiVersion = 0;
    private const int DeviceInfoBytes = 11 * 4;
    private const int RegionInfoBytes = (6 * 4) + (2 * 8) + NameBytes;
    private const int NameBytes = 32;
    private const int MaxRegions = 64;

    // A region's mapping starts at its index times 2^40 in the device file.
    private const int RegionShift = 40;

    private readonly SafeFileHandle file;
    private readonly IDeviceControl control;

    internal CharDevice(string path, SafeFileHandle file, IDeviceControl control)
    {
        (Path, this.file, this.control) = (path, file, control);
        var version = control.Call(GetApiVersion, []);
        if (version != ApiVersion)
        {
            throw new PciException($"{path} has ioctl interface version {version}, this program "
                + $"knows {ApiVersion}", "use the card's sysfs address instead");
        }

        Info = ReadInfo();
        Regions = [.. Enumerable.Range(0, Info.Regions).Select(ReadRegion)];
    }

    /// <summary>Path of the device file.</summary>
    public string Path { get; }

    /// <summary>What the module says about the card.</summary>
    public CharDeviceInfo Info { get; }

    /// <summary>What can be mapped.</summary>
    public IReadOnlyList<CharDeviceRegion> Regions { get; }

    /// <summary>Opens a device file.</summary>
    /// <exception cref="PciException">Not there, not allowed, or another interface.</exception>
    public static CharDevice Open(string path)
    {
        var file = LinuxCalls.OpenDevice(path);
        try
        {
            return new CharDevice(path, file, new FileControl(file, path));
        }
        catch (PciException)
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Maps the region of a type.</summary>
    /// <param name="type">Kind of region.</param>
    /// <param name="witness">Offset of a register that never reads all ones.</param>
    /// <param name="leastBytes">Bytes that the region must have.</param>
    /// <exception cref="PciException">There is none, or it is too small.</exception>
    public PciBar Map(uint type, uint witness, long leastBytes)
    {
        var region = Regions.FirstOrDefault(region => region.Type == type);
        if (region is null)
        {
            throw type == ApplicationRegion ? PciBoard.NoApplication(Path)
                : new PciException($"{Path} has no region of type 0x{type:X4}");
        }

        return PciBar.OfRegion(file, $"{Path} region {region.Index}",
            (long)region.Index << RegionShift, region.LengthBytes, witness, leastBytes);
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    private CharDeviceInfo ReadInfo()
    {
        var bytes = new byte[DeviceInfoBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, DeviceInfoBytes);
        control.Call(GetDeviceInfo, bytes);
        uint Word(int index) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(4 * index));
        var regions = Word(9);
        return regions <= MaxRegions
            ? new CharDeviceInfo(
                Word(2), Word(3), Word(4), Word(5), Word(6), Word(7), (int)regions)
            : throw new PciException($"{Path} says that it has {regions} regions");
    }

    private CharDeviceRegion ReadRegion(int index)
    {
        var bytes = new byte[RegionInfoBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, RegionInfoBytes);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), (uint)index);
        control.Call(GetRegionInfo, bytes);
        var name = bytes.AsSpan(40, NameBytes);
        var end = name.IndexOf((byte)0);
        return new CharDeviceRegion(
            index,
            BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(12)),
            BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(24)),
            Encoding.ASCII.GetString(end < 0 ? name : name[..end]));
    }
}

using System.Buffers.Binary;
using SmartNic.Pci.Nic;
using SmartNic.Registers;
using G = SmartNic.Registers.GlobalRegisters;

namespace SmartNic.Pci.Tests;

/// <summary>
/// A folder that looks like <c>/sys/bus/pci/devices</c>. BARs are regular files, so what is mapped
/// is memory: registers keep what is written to them.
/// </summary>
internal sealed class FakeSysfs : IDisposable
{
    public const string Address = "0000:03:00.0";
    public const uint InterfaceOffset = 0x10_0000;
    public const uint InterfaceStride = 0x8_0000;
    public const uint CsrOffset = 0x4_0000;
    public const uint QueueMap = CsrOffset + 0x100;
    public const uint PortControl = CsrOffset + 0x1000;
    public const uint AppInfo = 0x100;
    public const long BarBytes = 16 << 20;

    private readonly DirectoryInfo info = Directory.CreateTempSubdirectory("snic-pci-");

    public string Root => info.FullName;

    public string Folder => Path.Combine(Root, Address);

    public string NicBar => Path.Combine(Folder, "resource0");

    public string AppBar => Path.Combine(Folder, "resource2");

    /// <summary>A machine with one good board, and a function that is none.</summary>
    public static FakeSysfs WithBoard(int interfaces = 2)
    {
        var sysfs = new FakeSysfs();
        sysfs.AddFunction("0000:00:01.0", "0x8086", "0x29c0", "0x060000");
        sysfs.AddFunction(Address, "0x1234", "0x1001", "0x020000");
        sysfs.Attribute("current_link_speed", "8.0 GT/s PCIe");
        sysfs.Attribute("current_link_width", "8");
        sysfs.Attribute("max_link_speed", "16.0 GT/s PCIe");
        sysfs.Attribute("max_link_width", "16");
        sysfs.Attribute("enable", "1");
        File.CreateSymbolicLink(Path.Combine(sysfs.Folder, "driver"), "../../drivers/mqnic");
        sysfs.WriteNic((uint)interfaces);
        sysfs.WriteApplication((uint)interfaces);
        return sysfs;
    }

    public PciFunction Board() => new SysfsBus(Root).Board(Address);

    public void AddFunction(string address, string vendor, string device, string code)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Root, address)).FullName;
        File.WriteAllText(Path.Combine(folder, "vendor"), vendor + "\n");
        File.WriteAllText(Path.Combine(folder, "device"), device + "\n");
        File.WriteAllText(Path.Combine(folder, "class"), code + "\n");
    }

    public void Attribute(string name, string text) =>
        File.WriteAllText(Path.Combine(Folder, name), text + "\n");

    /// <summary>Writes words into a file, in place: mappings of it see them.</summary>
    public static void Poke(string path, uint offset, params ReadOnlySpan<uint> words)
    {
        using var file = new FileStream(
            path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite);
        file.Position = offset;
        Span<byte> bytes = stackalloc byte[4];
        foreach (var word in words)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes, word);
            file.Write(bytes);
        }
    }

    public static uint Peek(string path, uint offset)
    {
        using var file = new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Position = offset;
        Span<byte> bytes = stackalloc byte[4];
        file.ReadExactly(bytes);
        return BinaryPrimitives.ReadUInt32LittleEndian(bytes);
    }

    /// <summary>Makes every read of a BAR give all ones, as after a surprise removal.</summary>
    public static void AllOnes(string path)
    {
        var ones = new uint[1 << 14];
        Array.Fill(ones, uint.MaxValue);
        var words = new FileInfo(path).Length / 4;
        for (long at = 0; at < words; at += ones.Length)
        {
            Poke(path, (uint)(4 * at), ones);
        }
    }

    public static void Resize(string path, long bytes)
    {
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write);
        file.SetLength(bytes);
    }

    public void Dispose() => info.Delete(recursive: true);

    private void WriteNic(uint interfaces)
    {
        Resize(NicBar, BarBytes);

        // Device list: firmware, interfaces, (null block), application, clock, flash.
        Poke(NicBar, 0, BlockType.FirmwareId, 0x100, 0x40,
            0x14B77093, 0x1234, 0x0001_0002, 0x10EE_9032, 1, 1_700_000_000, 0xABCD_0123, 7);
        Poke(NicBar, 0x40, BlockType.Interfaces, 0x100, 0x80,
            InterfaceOffset, interfaces, InterfaceStride, CsrOffset);
        Poke(NicBar, 0x80, BlockType.Null, 0, AppInfo);
        Poke(NicBar, AppInfo, BlockType.Application, 0x200, 0x140, ApplicationInfo.Id);
        Poke(NicBar, 0x140, 0xC008, 0x100, 0x180);
        Poke(NicBar, 0x180, 0xC120, 0x200, 0);
        for (uint n = 0; n < interfaces; n++)
        {
            var region = InterfaceOffset + (n * InterfaceStride);
            Poke(NicBar, region + CsrOffset, BlockType.InterfaceControl, 0x400, QueueMap);
            Poke(NicBar, region + QueueMap, BlockType.RxQueueMap, 0x200, CsrOffset + 0x200, 0x0801,
                0, 0, 0x0000_00FF);
            Poke(NicBar, region + CsrOffset + 0x200, BlockType.Port, 0x200, 0, PortControl);
            Poke(NicBar, region + PortControl, BlockType.PortControl, 0x200, 0,
                0, 1, n == 0 ? 1u : 3);
        }
    }

    private void WriteApplication(uint interfaces)
    {
        Resize(AppBar, BarBytes);
        Poke(AppBar, G.Magic, G.MagicValue, G.VersionValue, unchecked((uint)RegisterSpecHash.Value),
            (uint)(RegisterSpecHash.Value >> 32), interfaces, G.IfOffsetValue, G.IfStrideValue,
            512, 4096);

        // Memory does not drain; it says at once that it has.
        Poke(AppBar, G.Drained, 1);
    }
}

using System.Buffers.Binary;

namespace SmartNic.Pci.Ring;

/// <summary>Lets a board access memory, by its configuration space in sysfs.</summary>
internal static class BusMaster
{
    private const int CommandOffset = 4;
    private const ushort BusMasterBit = 4;

    /// <summary>Switches bus mastering on, where physical addresses are bus addresses.</summary>
    /// <param name="function">The board.</param>
    /// <exception cref="PciException">An IOMMU translates, or it stays off.</exception>
    public static void Enable(PciFunction function)
    {
        var type = Path.Combine(function.Folder, "iommu_group", "type");
        if (File.Exists(type) && File.ReadAllText(type).Trim() is var kind and not "identity")
        {
            throw new PciException(
                $"an IOMMU translates what {function.Address} accesses (type {kind}), so that a "
                + "packet ring cannot be given physical addresses",
                "boot with iommu=pt, or as root, with no driver bound: echo identity > " + type);
        }

        var path = Path.Combine(function.Folder, "config");
        try
        {
            using var file = File.OpenHandle(path, access: FileAccess.ReadWrite);
            var command = Read(file);
            if ((command & BusMasterBit) != 0)
            {
                return;
            }

            Span<byte> word = stackalloc byte[sizeof(ushort)];
            BinaryPrimitives.WriteUInt16LittleEndian(word, (ushort)(command | BusMasterBit));
            RandomAccess.Write(file, word, CommandOffset);
            if ((Read(file) & BusMasterBit) == 0)
            {
                throw new PciException($"bus mastering of {function.Address} stays off");
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PciException(
                $"cannot switch bus mastering on in {path}: {e.Message}", "run as root");
        }
    }

    private static ushort Read(Microsoft.Win32.SafeHandles.SafeFileHandle file)
    {
        Span<byte> word = stackalloc byte[sizeof(ushort)];
        RandomAccess.Read(file, word, CommandOffset);
        return BinaryPrimitives.ReadUInt16LittleEndian(word);
    }
}

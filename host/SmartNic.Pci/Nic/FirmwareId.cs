using SmartNic.Registers;

namespace SmartNic.Pci.Nic;

/// <summary>Who built the NIC, for what.</summary>
/// <param name="FpgaId">JTAG id code of the FPGA.</param>
/// <param name="Id">Firmware id.</param>
/// <param name="Version">Firmware version.</param>
/// <param name="BoardId">Board id: subsystem vendor and device.</param>
/// <param name="BoardVersion">Board version.</param>
/// <param name="BuildDate">When it was built, in seconds since 1970.</param>
/// <param name="GitHash">First 32 bits of the commit that it was built from.</param>
/// <param name="ReleaseInfo">Release information.</param>
public sealed record FirmwareId(
    uint FpgaId, uint Id, uint Version, uint BoardId, uint BoardVersion, uint BuildDate,
    uint GitHash, uint ReleaseInfo)
{
    internal static FirmwareId Read(IBar bar, RegisterBlock block)
    {
        var start = block.Of(version: 0x100).With(bytes: 0x2C).Offset;
        uint At(uint offset) => bar.Read32(start + offset);
        return new FirmwareId(At(0x0C), At(0x10), At(0x14), At(0x18), At(0x1C), At(0x20),
            At(0x24), At(0x28));
    }
}

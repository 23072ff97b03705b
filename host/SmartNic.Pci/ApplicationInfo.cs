using SmartNic.Registers;
using G = SmartNic.Registers.GlobalRegisters;

namespace SmartNic.Pci;

/// <summary>What an application's registers say about themselves, right or wrong.</summary>
/// <param name="Magic">MAGIC register.</param>
/// <param name="Version">VERSION register.</param>
/// <param name="SpecHash">SPEC_HASH registers.</param>
/// <param name="Interfaces">IF_COUNT register.</param>
public sealed record ApplicationInfo(uint Magic, uint Version, ulong SpecHash, uint Interfaces)
{
    /// <summary>Id of our application in the NIC's APP INFO block: "SNIC".</summary>
    public const uint Id = 0x534E_4943;

    /// <summary>A register that never reads all ones: MAGIC.</summary>
    public const uint Witness = G.Magic;

    /// <summary>Bytes that a BAR with at least one interface has.</summary>
    public const long LeastBytes = InterfaceRegisters.Base + InterfaceRegisters.Size;

    /// <summary>Whether there is a gateway at all.</summary>
    public bool IsGateway => Magic == G.MagicValue;

    /// <summary>Whether it was built from the register spec that this program was built from.
    /// </summary>
    public bool HasOurSpec => IsGateway && SpecHash == RegisterSpecHash.Value;

    /// <summary>Reads them.</summary>
    /// <exception cref="Driver.DeviceLostException">The device does not answer.</exception>
    public static ApplicationInfo Read(IBar bar) => new(
        bar.Read32(G.Magic),
        bar.Read32(G.Version),
        bar.Read32(G.SpecHashLo) | ((ulong)bar.Read32(G.SpecHashHi) << 32),
        bar.Read32(G.IfCount));
}

namespace SmartNic.Driver;

/// <summary>What a board says about itself.</summary>
/// <param name="Version">Version register.</param>
/// <param name="SpecHash">Hash of the register spec that it was built from.</param>
/// <param name="Interfaces">Number of interfaces (cores).</param>
/// <param name="DataWidthBits">Width of its streams.</param>
/// <param name="Tenants">Tenant indices that its tables have, index 0 included.</param>
public sealed record BoardInfo(
    uint Version, ulong SpecHash, int Interfaces, int DataWidthBits, int Tenants);

namespace SmartNic.Registers;

/// <summary>Bytes of a block without a register: they read zero, writes do nothing.</summary>
/// <param name="First">Offset of the first byte, a multiple of four.</param>
/// <param name="Last">Offset of the last byte.</param>
public sealed record ReservedSpec(uint First, uint Last);

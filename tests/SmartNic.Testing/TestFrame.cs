using SmartNic.Driver;

namespace SmartNic.Testing;

/// <summary>A frame on its way into the board.</summary>
/// <param name="Port">Where it enters.</param>
/// <param name="Bytes">Its bytes.</param>
/// <param name="Bad">Marked bad by whoever sends it.</param>
public sealed record TestFrame(PortId Port, byte[] Bytes, bool Bad = false);

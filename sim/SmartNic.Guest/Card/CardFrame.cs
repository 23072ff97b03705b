using SmartNic.Driver;

namespace SmartNic.Guest.Card;

/// <summary>A frame at a port of a card.</summary>
/// <param name="Port">Wire or host queue.</param>
/// <param name="Bytes">The frame, no FCS.</param>
public sealed record CardFrame(PortId Port, byte[] Bytes);

using SmartNic.Driver;

namespace SmartNic.Sim.Server;

/// <summary>A port of the board that a TAP device is attached to.</summary>
/// <param name="Port">A wire port, or a queue of a host port.</param>
/// <param name="Device">Name of the device; it is created when it is not there.</param>
public sealed record TapPort(PortId Port, string Device);

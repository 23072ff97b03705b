using SmartNic.Driver;

namespace SmartNic.Sim.Server;

/// <summary>A port of the board and the network device that is attached to it.</summary>
/// <param name="Port">A wire port, or a queue of a host port.</param>
/// <param name="Device">Name of the device. A TAP device is created when it is not there.</param>
public sealed record DevicePort(PortId Port, string Device)
{
    /// <summary>What statistics and messages call the port: <c>wire.0</c>, <c>host.0.5</c>
    /// (interface, queue).</summary>
    public string Name => Port.Kind == PortKind.Wire
        ? $"wire.{Port.Interface}"
        : $"host.{Port.Interface}.{Port.Queue}";
}

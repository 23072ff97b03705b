namespace SmartNic.Driver;

/// <summary>What a port of the board is connected to.</summary>
public enum PortKind : byte
{
    /// <summary>The network: one per interface.</summary>
    Wire,

    /// <summary>The owners on the host: one per interface, with a queue for each owner.</summary>
    Host,

    /// <summary>The slow path: frames start with the metadata header.</summary>
    Slow,
}

/// <summary>A frame in or out of a board port.</summary>
/// <param name="Kind">What the port is connected to.</param>
/// <param name="Interface">Number of the interface (the core) it belongs to.</param>
/// <param name="Queue">The host queue; zero for other kinds.</param>
public readonly record struct PortId(PortKind Kind, byte Interface, ushort Queue)
{
    /// <summary>The wire port of an interface.</summary>
    public static PortId Wire(byte iface) => new(PortKind.Wire, iface, 0);

    /// <summary>A host queue of an interface.</summary>
    public static PortId Host(byte iface, ushort queue) => new(PortKind.Host, iface, queue);

    /// <summary>The slow port of an interface.</summary>
    public static PortId Slow(byte iface) => new(PortKind.Slow, iface, 0);
}

namespace SmartNic.Pci.Ring;

/// <summary>Memory that a board may access: it stays where it is, and is one piece on the bus.
/// </summary>
public unsafe interface IDmaMemory : IDisposable
{
    /// <summary>First byte, in this process.</summary>
    byte* Address { get; }

    /// <summary>First byte, on the bus.</summary>
    ulong BusAddress { get; }

    /// <summary>Bytes.</summary>
    int LengthBytes { get; }
}

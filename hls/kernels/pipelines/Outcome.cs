namespace SmartNic.Kernels;

/// <summary>
/// What became of a packet, as its tenant is told: the class of a <see cref="Reason"/>, and the
/// upper four bits of its number, so that hardware needs no table. From <see cref="Malformed"/> on
/// the packet was dropped. A value is the first number of the class; 0xF0 is free.
/// </summary>
public enum Outcome : byte
{
    /// <summary>Went where it was meant to: green, or not metered.</summary>
    Delivered = 0x00,

    /// <summary>Went where it was meant to, above the committed rate: yellow (RFC 2698), or red and
    /// let pass.</summary>
    DeliveredYellow = 0x10,

    /// <summary>Handed to the slow path.</summary>
    SlowPath = 0x20,

    /// <summary>Made by the slow path, and delivered to a tenant.</summary>
    Answer = 0x30,

    /// <summary>Contradicts itself, or its format.</summary>
    Malformed = 0x40,

    /// <summary>In order, and of a kind that the gateway does not handle.</summary>
    Unsupported = 0x50,

    /// <summary>Names what nobody has: a network, a queue, an address, a way.</summary>
    Unknown = 0x60,

    /// <summary>Who it says that it is from is not believed.</summary>
    Source = 0x70,

    /// <summary>The tenant's rules forbid it.</summary>
    Policy = 0x80,

    /// <summary>Met congestion on its way, and cannot tell (RFC 6040).</summary>
    Congestion = 0x90,

    /// <summary>Above the committed rate, and the tenant drops these.</summary>
    CommittedRate = 0xA0,

    /// <summary>Above the rate.</summary>
    Rate = 0xB0,

    /// <summary>For the slow path, above the limit of what it takes.</summary>
    SlowPathLimit = 0xC0,

    /// <summary>Too long for where it goes.</summary>
    TooBig = 0xD0,

    /// <summary>Where it goes had no room.</summary>
    QueueFull = 0xE0,
}

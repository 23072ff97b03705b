namespace SmartNic.Kernels;

/// <summary>What the slow path asks for: byte 1 of an injected frame's header.</summary>
public enum InjectAction : byte
{
    /// <summary>Look up (tenant, MAC) again; a miss is a drop, never a second punt.</summary>
    Lookup = 0,

    /// <summary>Encapsulate to the next hop named in the header.</summary>
    Encapsulate = 1,

    /// <summary>Send to the wire as it is.</summary>
    Wire = 2,

    /// <summary>Deliver to the host queue named in the header.</summary>
    Host = 3,
}

using SmartNic.Driver;

namespace SmartNic.Features;

/// <summary>A tunnel that is one tenant's alone.</summary>
public sealed record LinkConfig
{
    /// <summary>Name of the remote at its other end.</summary>
    public required string Remote { get; init; }

    /// <summary>Where it carries IP without Ethernet: the address that the tenant's stations send
    /// to, and receive from.</summary>
    public MacAddress? Gateway { get; init; }

    /// <summary>Where it carries IP without Ethernet: the station that receives.</summary>
    public MacAddress? Station { get; init; }
}

namespace SmartNic.Packets;

/// <summary>Link types of captures (the LINKTYPE_ registry of the Tcpdump Group).</summary>
public static class LinkTypes
{
    /// <summary>LINKTYPE_ETHERNET: a frame from its destination address on, without FCS.</summary>
    public const ushort Ethernet = 1;

    /// <summary>LINKTYPE_USER0: here a frame of the slow port, metadata header first.</summary>
    public const ushort User0 = 147;

    /// <summary>The registry's name of <paramref name="linkType"/>, or its number.</summary>
    public static string Name(int linkType) => linkType switch
    {
        Ethernet => "LINKTYPE_ETHERNET (1)",
        User0 => "LINKTYPE_USER0 (147)",
        _ => $"link type {linkType}",
    };
}

namespace SmartNic.Packets;

/// <summary>Link types of captures (the LINKTYPE_ registry of the Tcpdump Group).</summary>
public static class LinkTypes
{
    /// <summary>LINKTYPE_ETHERNET: a frame from its destination address on, without FCS.</summary>
    public const ushort Ethernet = 1;

    /// <summary>LINKTYPE_USER0: here a frame of the slow port, metadata header first.</summary>
    public const ushort User0 = 147;

    private const string Rewrite = "tcprewrite --dlt=enet --enet-dmac=MAC --enet-smac=MAC "
        + "--infile=FILE --outfile=FILE";

    /// <summary>The registry's name of <paramref name="linkType"/>, or its number.</summary>
    public static string Name(int linkType) => linkType switch
    {
        0 => "LINKTYPE_NULL (0)",
        Ethernet => "LINKTYPE_ETHERNET (1)",
        9 => "LINKTYPE_PPP (9)",
        12 or 14 or 101 => $"LINKTYPE_RAW ({linkType})",
        105 => "LINKTYPE_IEEE802_11 (105)",
        108 => "LINKTYPE_LOOP (108)",
        113 => "LINKTYPE_LINUX_SLL (113)",
        127 => "LINKTYPE_IEEE802_11_RADIOTAP (127)",
        User0 => "LINKTYPE_USER0 (147)",
        228 => "LINKTYPE_IPV4 (228)",
        229 => "LINKTYPE_IPV6 (229)",
        276 => "LINKTYPE_LINUX_SLL2 (276)",
        _ => $"link type {linkType}",
    };

    /// <summary>
    /// What somebody can do who has packets of <paramref name="linkType"/> and needs Ethernet.
    /// </summary>
    public static string Advice(int linkType) => linkType switch
    {
        113 or 276 => "\"cooked\" packets of the interface any have no Ethernet header: capture on "
            + "one interface (tcpdump -i eth0), or put headers in front: " + Rewrite,
        12 or 14 or 101 or 228 or 229 => "these are IP packets without Ethernet header: capture "
            + "on an Ethernet interface (tcpdump -i eth0), or put headers in front: " + Rewrite,
        0 or 108 => "the loopback interface has no Ethernet header: capture on an Ethernet "
            + "interface (tcpdump -i eth0), or put headers in front: " + Rewrite,
        105 or 127 => "these are frames of a wireless network: capture on the wired side",
        User0 => "frames of the slow path enter with --in slow=FILE",
        _ => "capture on an Ethernet interface (tcpdump -i eth0)",
    };
}

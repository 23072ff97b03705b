using SmartNic.Hls.Language;

namespace SmartNic.Examples;

/// <summary>The far end of a tunnel, and the way to it.</summary>
public struct GeneveTunnel
{
    /// <summary>There is one.</summary>
    public bool Valid;

    /// <summary>Destination MAC: the next hop.</summary>
    public U48 DestinationMac;

    /// <summary>Our own MAC.</summary>
    public U48 SourceMac;

    /// <summary>VLAN of the underlay.</summary>
    public U12 Vlan;

    /// <summary>Upper half of our IPv6 address.</summary>
    public ulong SourceHigh;

    /// <summary>Lower half.</summary>
    public ulong SourceLow;

    /// <summary>Upper half of the far end's address.</summary>
    public ulong DestinationHigh;

    /// <summary>Lower half.</summary>
    public ulong DestinationLow;

    /// <summary>Virtual network.</summary>
    public U24 Vni;
}

/// <summary>What an inner packet brings into its options.</summary>
public struct GeneveMetadata
{
    /// <summary>Its length in bytes.</summary>
    public U14 Bytes;

    /// <summary>Hash of its flow.</summary>
    public U14 Entropy;

    /// <summary>Source and destination group.</summary>
    public uint Policy;

    /// <summary>When it was sent, in ns.</summary>
    public ulong SentAt;
}

/// <summary>
/// Puts 114 bytes in front of a frame: Ethernet with a VLAN tag, IPv6 (RFC 8200), UDP without a
/// checksum (RFC 6935), Geneve (RFC 8926) with 40 bytes of options: a policy and a telemetry
/// option.
/// </summary>
public static class GeneveEncap
{
    const int OptionBytes = 40;
    const int OuterBytes = 18 + 40 + 8 + 8 + OptionBytes;
    const ushort GenevePort = 6081;

    /// <summary>True when the frame has its tunnel in front.</summary>
    /// <param name="frame">The inner frame.</param>
    /// <param name="metadata">What goes into the options.</param>
    /// <param name="tunnel">Index of the tunnel.</param>
    /// <param name="tunnels">All tunnels.</param>
    [Kernel("snic_geneve_encap")]
    public static bool Run(ref EditWindow frame, GeneveMetadata metadata, byte tunnel,
        [Depth(256)] Table<GeneveTunnel> tunnels)
    {
        GeneveTunnel t = tunnels.Read(tunnel);
        if (!t.Valid)
        {
            return false;
        }

        frame = frame.Push(OuterBytes);
        frame.SetU48(0, t.DestinationMac);
        frame.SetU48(6, t.SourceMac);
        frame.SetU16(12, 0x8100);
        frame.SetU16(14, (ushort)(uint)t.Vlan);
        frame.SetU16(16, 0x86DD);

        ushort udpBytes = (ushort)(metadata.Bytes + (8u + 8u + OptionBytes));
        EditWindow ip = frame.Skip(18);
        ip.SetU32(0, 0x6000_0000 | (uint)metadata.Entropy);
        ip.SetU16(4, udpBytes);
        ip.SetU8(6, 17);
        ip.SetU8(7, 64);
        ip.SetU64(8, t.SourceHigh);
        ip.SetU64(16, t.SourceLow);
        ip.SetU64(24, t.DestinationHigh);
        ip.SetU64(32, t.DestinationLow);

        EditWindow udp = ip.Skip(40);
        udp.SetU16(0, (ushort)(0xC000 | (uint)metadata.Entropy));
        udp.SetU16(2, GenevePort);
        udp.SetU16(4, udpBytes);

        EditWindow geneve = udp.Skip(8);
        geneve.SetU8(0, OptionBytes / 4);
        geneve.SetU16(2, 0x6558);
        geneve.SetU32(4, (uint)t.Vni << 8);

        EditWindow policy = geneve.Skip(8);
        policy.SetU32(0, 0x0102_1704);
        policy.SetU32(4, metadata.Policy);

        EditWindow telemetry = policy.Skip(20);
        telemetry.SetU32(0, 0x0102_1804);
        telemetry.SetU64(4, metadata.SentAt);
        telemetry.SetU16(12, (ushort)(uint)metadata.Bytes);
        return true;
    }
}

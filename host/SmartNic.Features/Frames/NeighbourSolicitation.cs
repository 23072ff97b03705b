using System.Buffers.Binary;

namespace SmartNic.Features;

/// <summary>A valid neighbour solicitation (RFC 4861 sections 4.3 and 7.1.1), read from a frame.
/// </summary>
/// <param name="Target">The address asked for.</param>
/// <param name="Source">Address of the one who asks; 0 (::) in duplicate address detection.</param>
/// <param name="SourceMac">Where the answer goes: its source link-layer option, else the frame's
/// source.</param>
internal readonly record struct NeighbourSolicitation(
    UInt128 Target, UInt128 Source, ulong SourceMac)
{
    private const byte TypeSolicitation = 135;
    private const byte TypeAdvertisement = 136;
    private const byte OptionSourceLinkLayer = 1;
    private const byte OptionTargetLinkLayer = 2;
    private const byte FlagSolicited = 0x40;
    private const byte FlagOverride = 0x20;
    private const int FixedBytes = 24;
    private const int AdvertisementBytes = FixedBytes + 8;

    /// <summary>Somebody tests whether an address is free (RFC 4862 section 5.4).</summary>
    public bool IsDuplicateDetection => Source == 0;

    /// <summary>Reads a solicitation; false when a rule of RFC 4861 section 7.1.1 is broken.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<byte> frame, out NeighbourSolicitation solicitation)
    {
        solicitation = default;
        if (!Icmpv6Frame.TryRead(frame, out Icmpv6Frame icmp)
            || icmp.HopLimit != FrameFields.NeighbourHopLimit
            || icmp.Message[0] != TypeSolicitation || icmp.Message[1] != 0
            || icmp.Message.Length < FixedBytes
            || !TryReadSourceOption(icmp.Message[FixedBytes..], out ulong optionMac))
        {
            return false;
        }

        UInt128 target = BinaryPrimitives.ReadUInt128BigEndian(icmp.Message[8..]);
        UInt128 group = Address.SolicitedNode(target);
        bool isDetection = icmp.Source == 0;
        if (!Address.IsHost(target)
            || (isDetection ? optionMac != 0 : !Address.IsHost(icmp.Source))
            || (icmp.Destination != group && (isDetection || icmp.Destination != target)))
        {
            return false;
        }

        solicitation = new NeighbourSolicitation(
            target, icmp.Source, optionMac != 0 ? optionMac : icmp.SourceMac);
        return true;
    }

    /// <summary>Writes the advertisement "the target is at <paramref name="mac"/>": to the one
    /// who asks, or to all nodes when that one has no address yet (RFC 4861 section 7.2.4).
    /// </summary>
    /// <returns>Bytes of the frame.</returns>
    public int WriteAdvertisement(Span<byte> frame, ulong mac)
    {
        Span<byte> message = frame.Slice(
            FrameFields.EthernetBytes + FrameFields.Ipv6Bytes, AdvertisementBytes);
        message.Clear();
        message[0] = TypeAdvertisement;
        message[4] = (byte)(IsDuplicateDetection ? FlagOverride : FlagSolicited | FlagOverride);
        BinaryPrimitives.WriteUInt128BigEndian(message[8..], Target);
        message[FixedBytes] = OptionTargetLinkLayer;
        message[FixedBytes + 1] = 1;
        Address.WriteMac(message[(FixedBytes + 2)..], mac);
        UInt128 to = IsDuplicateDetection ? Address.AllNodes : Source;
        ulong toMac = IsDuplicateDetection ? Address.MulticastMac(Address.AllNodes) : SourceMac;
        return Icmpv6Frame.WriteAround(
            frame, AdvertisementBytes, toMac, mac, to, Target, FrameFields.NeighbourHopLimit);
    }

    /// <summary>Walks the options; false when one has length zero or exceeds the message.
    /// </summary>
    private static bool TryReadSourceOption(ReadOnlySpan<byte> options, out ulong mac)
    {
        mac = 0;
        while (options.Length > 0)
        {
            int bytes = options.Length < 2 ? 0 : options[1] * 8;
            if (bytes == 0 || bytes > options.Length)
            {
                return false;
            }

            if (options[0] == OptionSourceLinkLayer)
            {
                mac = Address.ReadMac(options[2..]);
            }

            options = options[bytes..];
        }

        return true;
    }
}

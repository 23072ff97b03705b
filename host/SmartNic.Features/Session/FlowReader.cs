using System.Buffers.Binary;
using SmartNic.Hls.Language;
using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>
/// Reads what sessions see of a frame. Where the kernel sees a flow
/// (<see cref="FiveTuple.IsFlow"/>) the key is the kernel's; checksums above IP are the
/// receiver's to judge.
/// </summary>
internal static class FlowReader
{
    private const int TcpBytes = 20;
    private const int UdpBytes = 8;
    private const int IcmpBytes = 8;
    private const int PortBytes = 4;

    /// <summary>Reads a frame.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="zone">Zone of its tenant.</param>
    public static Flow Read(ReadOnlySpan<byte> frame, U24 zone)
    {
        Flow flow = default;
        flow.Key.Zone = zone;
        if (!IpPacket.TryFindType(frame, out var type, out var at))
        {
            return flow;
        }

        if (type is not (FrameFields.TypeIpv4 or FrameFields.TypeIpv6))
        {
            flow.Kind = FlowKind.Untracked;
            return flow;
        }

        if (!IpPacket.TryRead(frame[at..], type, at, out var packet))
        {
            return flow;
        }

        SetAddresses(ref flow.Key, packet);
        flow.IsFragment = packet.IsFragment;
        flow.Identification = packet.Identification;
        if (packet.FragmentOffset != 0)
        {
            ReadFragment(ref flow, packet);
        }
        else
        {
            Read(ref flow, packet);
        }

        return flow;
    }

    /// <summary>Addresses, version and protocol.</summary>
    private static void SetAddresses(ref SessionKey key, in IpPacket packet)
    {
        key.IsIp6 = packet.Is6;
        key.Protocol = packet.Protocol;
        key.Source = packet.Is6 ? packet.Source : IpNumber.Mapped((uint)packet.Source);
        key.Destination =
            packet.Is6 ? packet.Destination : IpNumber.Mapped((uint)packet.Destination);
    }

    /// <summary>A later fragment. One that would write over the flags of TCP is none that a sender
    /// makes (RFC 3128).</summary>
    private static void ReadFragment(ref Flow flow, in IpPacket packet)
    {
        flow.Kind = packet.Protocol == Protocol.Tcp && packet.FragmentOffset * 8 < TcpBytes
            ? FlowKind.Invalid : FlowKind.Fragment;

        // RFC 8200 section 4.5: fragments of IPv6 may differ in what follows their header.
        flow.Key.Protocol = packet.Is6 ? (byte)0 : packet.Protocol;
    }

    private static void Read(ref Flow flow, in IpPacket packet)
    {
        var data = packet.Payload;
        flow.Kind = FlowKind.Trackable;
        if (SessionKeys.IsIcmp(flow.Key))
        {
            ReadIcmp(ref flow, packet);
        }
        else if (packet.Protocol == Protocol.Tcp)
        {
            var isWhole = data.Length >= TcpBytes;
            SetPorts(ref flow.Key, isWhole ? data : default);
            flow.Flags = isWhole ? data[13] : (byte)0;
            var header = isWhole ? (data[12] >> 4) * 4 : 0;
            var isSane = header >= TcpBytes && header <= data.Length
                && TcpKinds.AreSane(flow.Flags);
            flow.Kind = isSane ? FlowKind.Trackable : FlowKind.Invalid;
        }
        else if (packet.Protocol == Protocol.Udp)
        {
            var isWhole = data.Length >= UdpBytes;
            SetPorts(ref flow.Key, isWhole ? data : default);
            var length = isWhole ? BinaryPrimitives.ReadUInt16BigEndian(data[4..]) : 0;
            flow.Kind = length >= UdpBytes && (packet.IsFragment || length <= data.Length)
                ? FlowKind.Trackable : FlowKind.Invalid;
        }
        else if (packet.Is6 && IsExtension(packet.Protocol))
        {
            // What could not be walked: cut off, or too many.
            flow.Kind = FlowKind.Invalid;
        }
    }

    private static void ReadIcmp(ref Flow flow, in IpPacket packet)
    {
        var data = packet.Payload;
        if (data.Length < PortBytes)
        {
            flow.Kind = FlowKind.Invalid;
            return;
        }

        SetIcmp(ref flow.Key, data);
        if (IsError(packet.Is6, data[0]))
        {
            flow.Kind = !packet.IsFragment && data.Length > IcmpBytes
                && TryReadQuoted(ref flow.Key, data[IcmpBytes..])
                ? FlowKind.Error : FlowKind.Invalid;
        }
        else if (packet.Is6 && data[0] is (>= 130 and <= 137) or 143)
        {
            // RFC 6980: what speaks of the link is never in fragments.
            flow.Kind = packet.IsFragment ? FlowKind.Invalid : FlowKind.Untracked;
        }
    }

    /// <summary>The key of the session that an error is about; the error goes to who sent the
    /// packet, else it is forged.</summary>
    private static bool TryReadQuoted(ref SessionKey key, ReadOnlySpan<byte> quoted)
    {
        if (!IpPacket.TryReadQuoted(quoted, key.IsIp6, out var packet)
            || packet.FragmentOffset != 0)
        {
            return false;
        }

        var sent = default(SessionKey);
        sent.Zone = key.Zone;
        SetAddresses(ref sent, packet);
        var data = packet.Payload;
        var isIcmp = SessionKeys.IsIcmp(sent);
        var hasPorts = packet.Protocol is Protocol.Tcp or Protocol.Udp;
        if (data.Length < (isIcmp ? IcmpBytes : hasPorts ? PortBytes : 0)
            || (isIcmp && IsError(key.IsIp6, data[0])) || sent.Source != key.Destination)
        {
            return false;
        }

        if (isIcmp)
        {
            SetIcmp(ref sent, data);
        }
        else if (hasPorts)
        {
            SetPorts(ref sent, data);
        }

        if (!SessionKeys.TryInvert(sent, out var back))
        {
            return false;
        }

        key = back;
        return true;
    }

    private static void SetPorts(ref SessionKey key, ReadOnlySpan<byte> data)
    {
        if (data.Length >= PortBytes)
        {
            key.SourcePort = BinaryPrimitives.ReadUInt16BigEndian(data);
            key.DestinationPort = BinaryPrimitives.ReadUInt16BigEndian(data[2..]);
        }
    }

    private static void SetIcmp(ref SessionKey key, ReadOnlySpan<byte> data)
    {
        key.SourcePort = BinaryPrimitives.ReadUInt16BigEndian(data);
        key.DestinationPort = data.Length >= IcmpBytes
            ? BinaryPrimitives.ReadUInt16BigEndian(data[4..]) : (ushort)0;
    }

    /// <summary>Destination unreachable, time exceeded, parameter problem (RFC 792); too big, too,
    /// of ICMPv6 (RFC 4443).</summary>
    private static bool IsError(bool is6, byte type) =>
        is6 ? type is >= 1 and <= 4 : type is 3 or 11 or 12;

    private static bool IsExtension(byte protocol) => protocol is Protocol.HopByHop
        or Protocol.Routing or Protocol.Fragment or Protocol.DestinationOptions;
}

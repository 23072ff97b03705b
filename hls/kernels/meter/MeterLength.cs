using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>What a meter charges for a frame.</summary>
public enum LengthBase : byte
{
    /// <summary>Bytes of the Ethernet frame without FCS (layer 2).</summary>
    Frame = 0,

    /// <summary>
    /// What the frame takes of a line (layer 1): besides, its FCS, the preamble and the gap of IEEE
    /// 802.3.
    /// </summary>
    Line = 1,

    /// <summary>Bytes behind the Ethernet header and its VLAN tags (layer 3), padding too; at least
    /// MeterLength.LeastPayloadBytes.</summary>
    Payload = 2,

    /// <summary>Whatever its length, MeterLength.PacketBytes.</summary>
    Packet = 3,
}

/// <summary>Bytes that a frame is charged with.</summary>
public static class MeterLength
{
    /// <summary>
    /// What a frame takes of a line besides its bytes: FCS 4, preamble and start 8, gap 12.
    /// </summary>
    public const int LineBytes = 24;

    /// <summary>
    /// Least payload: what is shorter is padded to it on a line (IEEE 802.3 section 3.2.8), so that
    /// no frame is for nothing.
    /// </summary>
    public const int LeastPayloadBytes = 46;

    /// <summary>
    /// Bytes for each packet of a meter that counts packets. With 64 of them a rate of packets has
    /// the range and the error of a rate in bytes.
    /// </summary>
    public const int PacketBytes = 64;

    /// <summary>Bytes that a meter charges.</summary>
    /// <param name="lengthBase">A LengthBase.</param>
    /// <param name="frame">Bytes of the frame without FCS.</param>
    /// <param name="header">Bytes of its Ethernet header with tags.</param>
    public static U14 Of(U2 lengthBase, U14 frame, U14 header)
    {
        U14 least = (U14)((uint)header + LeastPayloadBytes);
        U14 payload = frame < least ? (U14)LeastPayloadBytes
            : (U14)((uint)frame - (uint)header);
        U14 line = (U14)((uint)frame + LineBytes);
        return lengthBase == (U2)(byte)LengthBase.Frame ? frame
            : lengthBase == (U2)(byte)LengthBase.Line ? line
            : lengthBase == (U2)(byte)LengthBase.Payload ? payload
            : (U14)PacketBytes;
    }
}

using System.Buffers.Binary;

namespace SmartNic.Demo;

/// <summary>Takes VXLAN apart by the letter of RFC 7348, apart from the gateway's own kernels: the
/// demo's captures have neither tags nor IP options.</summary>
internal static class VxlanFrame
{
    private const int HeaderBytes = 50;
    private const int UdpPort = 4789;
    private const int LoadPort = 5002;

    /// <summary>The inner frame and its VNI.</summary>
    public static bool TryRead(ReadOnlySpan<byte> frame, out uint vni, out byte[] inner)
    {
        (vni, inner) = (0, []);
        if (frame.Length < HeaderBytes || frame[12] != 8 || frame[13] != 0 || frame[14] != 0x45
            || frame[23] != 17 || BinaryPrimitives.ReadUInt16BigEndian(frame[36..]) != UdpPort)
        {
            return false;
        }

        int udpBytes = BinaryPrimitives.ReadUInt16BigEndian(frame[38..]);
        vni = BinaryPrimitives.ReadUInt32BigEndian(frame[46..]) >> 8;
        inner = frame.Slice(HeaderBytes, udpBytes - 16).ToArray();
        return true;
    }

    /// <summary>The inner frames of one VNI.</summary>
    public static IReadOnlyList<StampedFrame> Inner(IEnumerable<StampedFrame> frames, uint vni) =>
        [.. frames.Select(f => TryRead(f.Bytes, out uint v, out byte[] inner) && v == vni
                ? new StampedFrame(f.TimeNs, inner)
                : null)
            .OfType<StampedFrame>()];

    /// <summary>Whether an inner frame belongs to the UDP load.</summary>
    public static bool IsLoad(StampedFrame frame) =>
        frame.Bytes.Length > 42 && frame.Bytes[12] == 8 && frame.Bytes[13] == 0
        && frame.Bytes[23] == 17
        && BinaryPrimitives.ReadUInt16BigEndian(frame.Bytes.AsSpan(36)) == LoadPort;
}

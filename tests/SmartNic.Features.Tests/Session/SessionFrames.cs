using SmartNic.Testing;

namespace SmartNic.Features.Tests;

/// <summary>Frames of sessions.</summary>
internal static class SessionFrames
{
    /// <summary>TCP without data.</summary>
    public static byte[] Tcp(string from, string to, ushort source, ushort target, byte flags) =>
        Frames.Ethernet(2, 4, 0x0800, Frames.Ipv4(from, to, 6,
        [
            (byte)(source >> 8), (byte)source, (byte)(target >> 8), (byte)target,
            0, 0, 3, 232, 0, 0, 3, 232, 0x50, flags, 255, 255, 0, 0, 0, 0,
        ]));

    /// <summary>UDP without data.</summary>
    public static byte[] Udp(string from, string to, ushort source, ushort target) =>
        Frames.Ethernet(2, 4, 0x0800, Frames.Ipv4(from, to, 17, Frames.Udp(source, target, [])));
}

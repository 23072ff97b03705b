using System.Buffers.Binary;
using SmartNic.Hls.Language;
using Make = SmartNic.Testing.Frames;

namespace SmartNic.SlowPath.Tests;

/// <summary>A tenant whose ways have limits, its packets, and what it gets for them.</summary>
internal sealed class MtuBench
{
    public const string Host = "10.0.0.1";
    public const string Far = "10.0.0.3";
    public const string Host6 = "fd00:1::1";
    public const string Far6 = "fd00:1::3";
    public const int HopOfFar = 5;

    /// <summary>A tenant with a limit, a way with one to <see cref="Bench.FarMac"/>, and ways with
    /// some to its flood remotes 3 and 4; 0 for none.</summary>
    public MtuBench(int tenant, int far = 0, int third = 0, int fourth = 0, bool clamps = false)
    {
        var paths = new Dictionary<ushort, RemotePath>();
        foreach (var (hop, bytes) in ((int, int)[])[(HopOfFar, far), (3, third), (4, fourth)])
        {
            if (bytes != 0)
            {
                paths[(ushort)hop] = new RemotePath(14 + bytes, false, true);
            }
        }

        SlowPathTenant red = Bench.RedTenant with
        {
            Mtu = (ushort)tenant, ClampsMss = clamps,
        };
        Bench.Engine.World = new SlowPathWorld(
            [], [red], FdbImage.Of([(Bench.Red, Bench.FarMac, HopOfFar)]), paths);
    }

    public Bench Bench { get; } = Bench.Create();

    /// <summary>Frames that went back, without their metadata.</summary>
    public List<byte[]> Sent => [.. Bench.Injected.Select(f => f[32..])];

    /// <summary>Action and next hop of each.</summary>
    public IEnumerable<(int Action, int NextHop)> Ways =>
        Bench.Injected.Select(f => ((int)f[1], (f[12] << 8) | f[13]));

    /// <summary>Punts a frame.</summary>
    public SlowPathOutcome Punt(byte[] frame, int reason = Reasons.TooBig)
    {
        Bench.Injected.Clear();
        Bench.NowNs += 1_000_000_000;
        return Bench.Punt(reason, frame, Bench.Red);
    }

    /// <summary>An IPv4 packet of so many bytes to the far station.</summary>
    public static byte[] Packet4(
        int bytes, bool isWhole, byte[]? options = null, ushort fragment = 0, byte protocol = 17)
    {
        int header = 20 + (options?.Length ?? 0);
        byte[] data = Bytes(bytes - header);
        return Make.Ethernet(Bench.FarMac, Bench.HostMac, 0x0800, Make.Ipv4(
            Host, Far, protocol, data, options, (ushort)(fragment | (isWhole ? 0x4000 : 0))));
    }

    /// <summary>An IPv6 packet of so many bytes to the far station.</summary>
    public static byte[] Packet6(int bytes, byte next = 17, byte[]? front = null) =>
        Make.Ethernet(Bench.FarMac, Bench.HostMac, 0x86DD, Make.Ipv6(Host6, Far6, next,
            [.. front ?? [], .. Bytes(bytes - 40 - (front?.Length ?? 0))]));

    /// <summary>A TCP segment with these options and a right checksum.</summary>
    public static byte[] Segment(int version, byte[] options, byte flags = 2)
    {
        byte[] tcp =
        [
            0x12, 0x34, 0, 80, 1, 2, 3, 4, 0, 0, 0, 0, (byte)((20 + options.Length) / 4 << 4),
            flags, 0xFF, 0xFF, 0, 0, 0, 0, .. options, 9,
        ];
        byte[] ip = version == 4 ? Make.Ipv4(Host, Far, 6, tcp)
            : Make.Ipv6(Host6, Far6, 6, tcp);
        int at = version == 4 ? 20 : 40;
        BinaryPrimitives.WriteUInt16BigEndian(
            ip.AsSpan(at + 16), Make.Checksum(Pseudo(ip, at)));
        return Make.Ethernet(Bench.FarMac, Bench.HostMac,
            (ushort)(version == 4 ? 0x0800 : 0x86DD), ip);
    }

    /// <summary>Whether the checksum of TCP is right in a frame without tags.</summary>
    public static bool TcpIsRight(byte[] frame)
    {
        byte[] ip = frame[14..];
        return Make.Checksum(Pseudo(ip, ip[0] >> 4 == 4 ? 20 : 40)) == 0;
    }

    /// <summary>Pseudo-header (RFC 9293 section 3.1, RFC 8200 section 8.1) and segment.</summary>
    private static byte[] Pseudo(byte[] ip, int at)
    {
        int length = ip.Length - at;
        return
        [
            .. at == 20 ? ip[12..20] : ip[8..40], 0, 6, (byte)(length >> 8), (byte)length,
            .. ip[at..],
        ];
    }

    private static byte[] Bytes(int count) =>
        [.. Enumerable.Range(0, count).Select(i => (byte)((i * 7) ^ (i >> 8)))];
}

using SmartNic.Driver.Tables;
using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>How much a way to a remote carries.</summary>
/// <param name="Bytes">Most bytes of what the tunnel carries: of a frame or, where it carries IP
/// without Ethernet, of an IP packet.</param>
/// <param name="IsBare">It carries IP without Ethernet.</param>
/// <param name="IsLimited">By the remote's MTU; else by the longest frame alone.</param>
public readonly record struct RemotePath(int Bytes, bool IsBare, bool IsLimited)
{
    /// <summary>The way to a remote.</summary>
    /// <param name="remote">The remote.</param>
    public static RemotePath Of(RemoteConfig remote)
    {
        // The length of the headers does not depend on what the addresses are.
        var ip = remote.Ip.ToUInt128();
        return Of(new TunnelRoute(remote.Tunnel, ip, ip, default, default)
        {
            Mtu = remote.Mtu,
            Options = remote.Options.Memory,
            Key = remote.Key,
        }.ToNextHop());
    }

    /// <summary>The way of a next hop.</summary>
    /// <param name="hop">The next hop.</param>
    public static RemotePath Of(in NextHop hop)
    {
        var most = (int)(uint)hop.Mtu;
        return new(
            most != 0 ? most : Protocol.MaxFrameBytes - (int)(uint)hop.HeaderBytes, hop.IsBare,
            most != 0);
    }

    /// <summary>The longest IP packet that goes this way.</summary>
    /// <param name="headerBytes">Bytes of Ethernet with its tags in front of it.</param>
    public int MostOf(int headerBytes) => IsBare ? Bytes : Bytes - headerBytes;
}

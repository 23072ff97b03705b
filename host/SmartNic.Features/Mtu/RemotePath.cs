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
    /// <summary>The ways to all remotes of a configuration, by name.</summary>
    public static IReadOnlyDictionary<string, RemotePath> OfAll(GatewayConfig config)
    {
        var paths = new Dictionary<string, RemotePath>();
        foreach (var remote in config.Remotes)
        {
            paths.TryAdd(remote.Name, Of(remote));
        }

        return paths;
    }

    /// <summary>The way to a remote.</summary>
    /// <param name="remote">The remote.</param>
    public static RemotePath Of(RemoteConfig remote) =>
        Of(remote.RouteFrom(remote.Ip.ToUInt128(), default, 0).ToNextHop());

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

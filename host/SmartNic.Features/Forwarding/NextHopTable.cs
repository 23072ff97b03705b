using System.Runtime.InteropServices;
using SmartNic.Driver;
using SmartNic.Driver.Planning;
using SmartNic.Driver.Tables;
using SmartNic.Hls.Language;
using SmartNic.Kernels;
using SmartNic.Registers;

namespace SmartNic.Features;

/// <summary>How to reach each remote: table <c>tx_next_hop</c>, an index for each.</summary>
internal sealed class NextHopTable
{
    private readonly uint[] _words = new uint[TableLayouts.TxNextHop.Words];

    /// <summary>The table.</summary>
    public DirectTable Table { get; } = new(TableLayouts.TxNextHop.Info);

    /// <summary>Which remote has which index.</summary>
    public IndexBook Book { get; } = new(
        "remotes", DirectTable.Indices,
        config => ((GatewayConfig)config).Remotes.Select(r => r.Name));

    /// <summary>Says what a configuration wishes.</summary>
    public void Want(GatewayConfig config, PlanTurn turn)
    {
        var endpoints = config.EndpointsByName();
        foreach (var remote in config.Remotes)
        {
            if (!endpoints.TryGetValue(remote.Endpoint, out var source))
            {
                turn.Errors.Add(
                    $"remote {remote.Name}: there is no endpoint {remote.Endpoint}");
                continue;
            }

            if (!TryPack(remote, source))
            {
                turn.Errors.Add($"remote {remote.Name}: endpoint {source.Name} has no address of "
                    + "its IP version");
                continue;
            }

            Table.Want(Book.Planned[remote.Name], _words);
        }
    }

    /// <summary>A remote is known by its next hop and index.</summary>
    public void Name(KnownWorld known)
    {
        var config = (GatewayConfig)known.Config;
        foreach (var remote in config.Remotes)
        {
            if (known.IndicesOf(Book.Kind).TryGetValue(remote.Name, out var index)
                && TryPack(config, remote) && Table[index].SequenceEqual(_words))
            {
                Book.TryName(index, remote.Name);
            }
        }
    }

    /// <summary>A remote that is forwarded to already is found by its next hop.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="used">Indices that are in use on the board, rising.</param>
    public void NameByContent(GatewayConfig config, IEnumerable<ushort> used)
    {
        var byContent = new Dictionary<string, ushort>();
        foreach (var index in used)
        {
            byContent.TryAdd(Text(Table[index]), index);
        }

        foreach (var remote in config.Remotes)
        {
            if (TryPack(config, remote) && byContent.TryGetValue(Text(_words), out var hop))
            {
                Book.TryName(hop, remote.Name);
            }
        }
    }

    /// <summary>Whether a next hop leads through a link: a tunnel of one tenant alone.</summary>
    public bool IsLink(ushort hop)
    {
        TableLayouts.TxNextHop.Unpack(Table[hop], out var via);
        return via.IsLink;
    }

    /// <summary>How much the way of a next hop in force carries.</summary>
    public RemotePath PathOf(ushort hop)
    {
        TableLayouts.TxNextHop.Unpack(Table[hop], out var via);
        return RemotePath.Of(via);
    }

    /// <summary>Packs the next hop of a remote; false for one without endpoint.</summary>
    private bool TryPack(GatewayConfig config, RemoteConfig remote)
    {
        var source = config.Endpoints.FirstOrDefault(e => e.Name == remote.Endpoint);
        return source is not null && TryPack(remote, source);
    }

    /// <summary>False for an endpoint without an address of the remote's version.</summary>
    private bool TryPack(RemoteConfig remote, EndpointConfig source)
    {
        if (source.Facing(remote.Ip) is not { } from)
        {
            return false;
        }

        var route = remote.RouteFrom(from.ToUInt128(), source.Mac, source.UdpPort);
        TableLayouts.TxNextHop.Pack(route.ToNextHop(), _words);
        return true;
    }

    private static string Text(ReadOnlySpan<uint> words) =>
        Convert.ToHexString(MemoryMarshal.AsBytes(words));
}

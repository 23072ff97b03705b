using SmartNic.Driver.Tables;
using SmartNic.Hls.Language;
using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>
/// How often each tenant names each outer source, in its forwarding and flood: the last word that
/// goes takes the source with it.
/// </summary>
/// <param name="config">A configuration.</param>
internal sealed class SourceUses(GatewayConfig config)
{
    private readonly Dictionary<string, UInt128> _remotes = Remotes(config);
    private readonly Dictionary<SourceKey, int> _uses =
        new(KeyComparer<SourceKey>.Instance);

    private readonly HashSet<ushort> _counted = [];

    /// <summary>Our own addresses, which are nobody's sources.</summary>
    public IReadOnlySet<UInt128> Own { get; } =
        config.Endpoints.SelectMany(e => e.Addresses).Select(ip => ip.ToUInt128()).ToHashSet();

    /// <summary>From now on uses of a tenant are counted.</summary>
    public void Count(ushort tenant) => _counted.Add(tenant);

    /// <summary>The entry that a tenant has because it names a remote.</summary>
    /// <param name="tenant">Index of the tenant.</param>
    /// <param name="remote">The remote; null for none.</param>
    /// <param name="key">Key of the entry.</param>
    /// <returns>False when it has none: it takes any source, or the remote is not there (an error
    /// of its own) or has our own address.</returns>
    public bool TryKey(ushort tenant, string? remote, out SourceKey key)
    {
        key = default;
        if (remote is null || !_counted.Contains(tenant)
            || !_remotes.TryGetValue(remote, out var ip) || Own.Contains(ip))
        {
            return false;
        }

        key = new SourceKey { Tenant = (U12)tenant, Ip = ip };
        return true;
    }

    /// <summary>Uses of an entry.</summary>
    public int this[in SourceKey key] => _uses.GetValueOrDefault(key);

    /// <summary>Adds uses of an entry.</summary>
    /// <returns>Uses there are now.</returns>
    public int Add(in SourceKey key, int uses) => _uses[key] = this[key] + uses;

    private static Dictionary<string, UInt128> Remotes(GatewayConfig config)
    {
        var remotes = new Dictionary<string, UInt128>();
        foreach (var remote in config.Remotes)
        {
            remotes[remote.Name] = remote.Ip.ToUInt128();
        }

        return remotes;
    }
}

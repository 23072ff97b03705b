using SmartNic.Driver;

namespace SmartNic.Features;

/// <summary>
/// The tenants that a configuration goes without. One that is in force stays as it is, where the
/// rest of the new configuration still allows it; any other is left out whole.
/// </summary>
internal sealed class LeftOutTenants(GatewayConfig config, GatewayConfig current) : IOmission
{
    // Whether the tenant stays as it was.
    private readonly Dictionary<string, bool> _leftOut = [];
    private readonly Dictionary<string, TenantConfig> _before =
        current.Tenants.ToDictionary(t => t.Name);

    private readonly HashSet<string> _remotes = [.. config.Remotes.Select(r => r.Name)];
    private readonly Dictionary<uint, string> _ownerByVni =
        config.Tenants.ToDictionary(t => t.Vni, t => t.Name);

    /// <inheritdoc/>
    public IConfig Rest => config with
    {
        Tenants = config.Tenants
            .Where(t => !_leftOut.TryGetValue(t.Name, out var stays) || stays)
            .Select(t => _leftOut.ContainsKey(t.Name) ? _before[t.Name] : t)
            .ToConfigList(),
    };

    /// <inheritdoc/>
    public bool Add(string owner)
    {
        var stays = !_leftOut.ContainsKey(owner)
            && _before.TryGetValue(owner, out var before) && IsPossible(before);
        _leftOut[owner] = stays;
        return stays;
    }

    private bool IsPossible(TenantConfig before) =>
        before.Forwarding.All(f => _remotes.Contains(f.Remote))
        && before.Flood.All(_remotes.Contains)
        && (!_ownerByVni.TryGetValue(before.Vni, out var owner) || owner == before.Name);
}

namespace SmartNic.Driver.Tables;

/// <summary>
/// The tenants that a configuration goes without. One that is in force stays as it is, where the
/// rest of the new configuration still allows it; any other is left out whole.
/// </summary>
internal sealed class SkippedTenants(GatewayConfig config, GatewayConfig current)
{
    private readonly Dictionary<string, SkippedTenant> _skipped = [];
    private readonly Dictionary<string, TenantConfig> _before =
        current.Tenants.ToDictionary(t => t.Name);

    private readonly HashSet<string> _remotes = [.. config.Remotes.Select(r => r.Name)];
    private readonly Dictionary<uint, string> _ownerByVni =
        config.Tenants.ToDictionary(t => t.Vni, t => t.Name);

    /// <summary>The tenants, in the order in which they were found.</summary>
    public IReadOnlyList<SkippedTenant> Views => [.. _skipped.Values];

    /// <summary>Leaves a tenant out; a second time without its old state too.</summary>
    public void Add(string name, string reason)
    {
        var stays = !_skipped.ContainsKey(name)
            && _before.TryGetValue(name, out var before) && IsPossible(before);
        _skipped[name] = new SkippedTenant(name, reason, stays);
    }

    /// <summary>The configuration without them.</summary>
    public GatewayConfig Rest() => config with
    {
        Tenants = config.Tenants
            .Where(t => !_skipped.TryGetValue(t.Name, out var s) || s.StaysAsItWas)
            .Select(t => _skipped.ContainsKey(t.Name) ? _before[t.Name] : t)
            .ToConfigList(),
    };

    private bool IsPossible(TenantConfig before) =>
        before.Forwarding.All(f => _remotes.Contains(f.Remote))
        && before.Flood.All(_remotes.Contains)
        && (!_ownerByVni.TryGetValue(before.Vni, out var owner) || owner == before.Name);
}

using SmartNic.Driver;
using SmartNic.Driver.Planning;
using SmartNic.Driver.Tables;
using SmartNic.Features.Fields;
using SmartNic.Hls.Language;
using SmartNic.Kernels;
using SmartNic.Registers;

namespace SmartNic.Features;

/// <summary>
/// What a tenant receives: its policy (<c>rx_policy</c>), and the remotes that it names
/// (<c>rx_source</c>, under tenant 0 our own addresses).
/// </summary>
/// <param name="tenants">Which tenant has which index.</param>
/// <param name="forwarding">Which remotes tenants forward to; asked when all are made.</param>
internal sealed class PolicyFeature(IndexBook tenants, Func<ForwardingFeature> forwarding)
    : IGatewayFeature<PolicyFeature>
{
    private readonly ExactTable<SourceKey, Nothing> _sources =
        new(TableLayouts.RxSourceA.Layout, TableLayouts.RxSourceB.Layout);

    private readonly DirectTable _policies = new(TableLayouts.RxPolicy.Info);
    private readonly uint[] _words = new uint[TableLayouts.RxPolicy.Words];
    private readonly Dictionary<SourceKey, int> _changes =
        new(KeyComparer<SourceKey>.Instance);

    private SourceUses _now = new(GatewayConfig.Empty);
    private SourceUses _next = new(GatewayConfig.Empty);

    /// <inheritdoc/>
    public static IReadOnlyList<Field<TenantConfig>> OfTenant => PolicySection.OfTenant;

    /// <inheritdoc/>
    public IReadOnlyList<IExactTable> Exact => [_sources];

    /// <inheritdoc/>
    public IReadOnlyList<DirectTable> Direct => [_policies];

    /// <inheritdoc/>
    public static PolicyFeature Create(FeatureContext context) => new(
        context.Tenants, context.Get<ForwardingFeature>);

    /// <inheritdoc/>
    public void Want(IConfig config, PlanTurn turn)
    {
        var gateway = (GatewayConfig)config;
        _next = new SourceUses(gateway);
        foreach (var ip in _next.Own)
        {
            _sources.Want(new SourceKey { Ip = ip }, default);
        }

        foreach (var tenant in gateway.Tenants)
        {
            Want(tenant, tenants.Planned[tenant.Name]);
        }
    }

    /// <inheritdoc/>
    public void Commit() => _now = _next;

    /// <summary>The first word on a remote brings its source, the last one takes it.</summary>
    public void Want(IChange change, PlanTurn turn)
    {
        _changes.Clear();
        foreach (var entry in ((GatewayChange)change).Forwarding)
        {
            if (tenants.Find(entry.Tenant) is { } index)
            {
                Use(index, forwarding().RemoteOf(index, entry.Mac), -1);
                Use(index, entry.Remote, 1);
            }
        }

        foreach (var (key, uses) in _changes)
        {
            var before = _now[key];
            if (before == 0 && uses > 0)
            {
                _sources.Put(key, default, (ushort)key.Tenant);
            }
            else if (before > 0 && before + uses == 0)
            {
                _sources.Remove(key);
            }
        }
    }

    /// <inheritdoc/>
    public void CommitChange()
    {
        foreach (var (key, uses) in _changes)
        {
            _now.Add(key, uses);
        }

        _changes.Clear();
    }

    /// <inheritdoc/>
    public IEnumerable<UsedIndex> Used() => _policies.UsedIndices().Select(i => (ushort)i)
        .Concat(_sources.Entries().Select(e => (ushort)e.Key.Tenant))
        .Select(i => new UsedIndex(tenants, i));

    private void Use(ushort tenant, string? remote, int uses)
    {
        if (_now.TryKey(tenant, remote, out var key))
        {
            _changes[key] = _changes.GetValueOrDefault(key) + uses;
        }
    }

    private void Want(TenantConfig tenant, ushort index)
    {
        var isAny = tenant.Sources == TunnelSources.Any;
        var policy = new ReceivePolicy
        {
            AnySource = isAny,
            KeepsTags = tenant.InnerVlan == InnerVlan.Keep,
            OnYellow = (U2)(byte)tenant.Receive.OnYellow.Action,
            Dscp = (U6)tenant.Receive.OnYellow.Dscp,
            RemarksGreen = tenant.Receive.OnGreen.Action == ColorAction.Remark,
            GreenDscp = (U6)tenant.Receive.OnGreen.Dscp,
            PassesRed = tenant.Receive.OnRed.Action != ColorAction.Drop,
            RemarksRed = tenant.Receive.OnRed.Action == ColorAction.Remark,
            RedDscp = (U6)tenant.Receive.OnRed.Dscp,
            IsUniform = tenant.DscpMode == DscpMode.Uniform,
        };
        TableLayouts.RxPolicy.Pack(policy, _words);
        _policies.Want(index, _words);
        if (isAny)
        {
            return;
        }

        _next.Count(index);
        foreach (var entry in tenant.Forwarding)
        {
            Want(index, entry.Remote);
        }

        foreach (var remote in tenant.Flood)
        {
            Want(index, remote);
        }

        foreach (var link in tenant.Links)
        {
            Want(index, link.Remote);
        }
    }

    private void Want(ushort index, string remote)
    {
        if (_next.TryKey(index, remote, out var key) && _next.Add(key, 1) == 1)
        {
            _sources.Want(key, default, index);
        }
    }
}

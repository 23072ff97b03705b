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
internal sealed class PolicyFeature(IndexBook tenants) : IGatewayFeature<PolicyFeature>
{
    private readonly ExactTable _sources = new(new SourceLayout());
    private readonly DirectTable _policies = new(TableLayouts.RxPolicy.Info);
    private readonly uint[] _words = new uint[TableLayouts.RxPolicy.Words];

    /// <inheritdoc/>
    public static IReadOnlyList<Field<TenantConfig>> OfTenant => PolicySection.OfTenant;

    /// <inheritdoc/>
    public IReadOnlyList<ExactTable> Exact => [_sources];

    /// <inheritdoc/>
    public IReadOnlyList<DirectTable> Direct => [_policies];

    /// <inheritdoc/>
    public static PolicyFeature Create(FeatureContext context) => new(context.Tenants);

    /// <inheritdoc/>
    public void Want(IConfig config, PlanTurn turn)
    {
        var gateway = (GatewayConfig)config;
        var own = gateway.Endpoints.Select(e => e.Ip.ToUInt32()).ToHashSet();
        foreach (var ip in own)
        {
            _sources.Want(SourceLayout.Key(0, ip), 0);
        }

        var remotes = new Dictionary<string, uint>();
        foreach (var remote in gateway.Remotes)
        {
            remotes[remote.Name] = remote.Ip.ToUInt32();
        }

        foreach (var tenant in gateway.Tenants)
        {
            Want(tenant, tenants.Planned[tenant.Name], remotes, own);
        }
    }

    /// <inheritdoc/>
    public IEnumerable<UsedIndex> Used() => _policies.UsedIndices().Select(i => (ushort)i)
        .Concat(_sources.Entries().Select(e => SourceLayout.Tenant(e.Key)))
        .Select(i => new UsedIndex(tenants, i));

    private void Want(
        TenantConfig tenant, ushort index, Dictionary<string, uint> remotes, HashSet<uint> own)
    {
        var isAny = tenant.Sources == TunnelSources.Any;
        var policy = new ReceivePolicy
        {
            AnySource = isAny,
            KeepsTags = tenant.InnerVlan == InnerVlan.Keep,
            OnYellow = (U2)(byte)tenant.OnYellow.Action,
            Dscp = (U6)tenant.OnYellow.Dscp,
        };
        TableLayouts.RxPolicy.Pack(policy, _words);
        _policies.Want(index, _words);
        if (isAny)
        {
            return;
        }

        // A remote that is not there is an error of its own; one with our own address is no source.
        var ips = tenant.Forwarding.Select(f => f.Remote).Concat(tenant.Flood)
            .Where(remotes.ContainsKey).Select(name => remotes[name]).Distinct();
        foreach (var ip in ips.Where(ip => !own.Contains(ip)))
        {
            _sources.Want(SourceLayout.Key(index, ip), 0, index);
        }
    }
}

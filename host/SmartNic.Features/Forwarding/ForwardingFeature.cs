using SmartNic.Driver;
using SmartNic.Driver.Planning;
using SmartNic.Driver.Tables;
using SmartNic.Features.Fields;
using SmartNic.Hls.Language;
using SmartNic.Kernels;
using SmartNic.Registers;

namespace SmartNic.Features;

/// <summary>
/// Where a tenant's frames go: its addresses (<c>tx_fdb</c>), and how to reach the remotes that
/// they are behind (<c>tx_next_hop</c>).
/// </summary>
/// <param name="tenants">Which tenant has which index.</param>
internal sealed class ForwardingFeature(IndexBook tenants) : IGatewayFeature<ForwardingFeature>
{
    private readonly ExactTable<FdbKey, FdbValue> _fdb =
        new(TableLayouts.TxFdbA.Layout, TableLayouts.TxFdbB.Layout);

    private ushort[] _usedHops = [];
    private FdbImage? _image;

    /// <inheritdoc/>
    public static IReadOnlyList<Field<GatewayConfig>> OfFile => [ForwardingSection.Remotes];

    /// <inheritdoc/>
    public static IReadOnlyList<Field<TenantConfig>> OfTenant =>
        [ForwardingSection.Forwarding, ForwardingSection.Flood];

    /// <inheritdoc/>
    public static IReadOnlyList<IPuntHandler> PuntHandlers => [new ForwardHandler()];

    /// <summary>How to reach the remotes.</summary>
    public NextHopTable NextHops { get; } = new();

    /// <summary>The addresses in force. An image follows the one before it by what transactions
    /// changed in between.</summary>
    public FdbImage Image => _image = _image?.After(_fdb) ?? FdbImage.Of(_fdb);

    /// <inheritdoc/>
    public IReadOnlyList<IExactTable> Exact => [_fdb];

    /// <inheritdoc/>
    public IReadOnlyList<DirectTable> Direct => [NextHops.Table];

    /// <inheritdoc/>
    public IReadOnlyList<IndexBook> Books => [NextHops.Book];

    /// <inheritdoc/>
    public static ForwardingFeature Create(FeatureContext context) => new(context.Tenants);

    /// <inheritdoc/>
    public void Want(IConfig config, PlanTurn turn)
    {
        var gateway = (GatewayConfig)config;
        NextHops.Want(gateway, turn);
        var paths = RemotePath.OfAll(gateway);
        foreach (var tenant in gateway.Tenants)
        {
            Want(tenant, tenants.Planned[tenant.Name], paths, turn);
        }
    }

    /// <inheritdoc/>
    public void Want(IChange change, PlanTurn turn)
    {
        foreach (var entry in ((GatewayChange)change).Forwarding)
        {
            if (Problem(entry) is { } problem)
            {
                turn.Errors.Add(problem);
            }
        }
    }

    /// <summary>Name of the remote that an address in force is behind; null for none.</summary>
    public string? RemoteOf(ushort tenant, MacAddress mac) =>
        _fdb.ValueOf(KeyOf(tenant, mac)) is { } to
            ? NextHops.Book.NameOf((ushort)to.NextHop)
            : null;

    /// <inheritdoc/>
    public void Adopt(TableReader reader)
    {
        _image = null;
        _usedHops =
        [
            .. _fdb.Entries().Select(e => (ushort)e.Value.NextHop)
                .Concat(NextHops.Table.UsedIndices().Select(i => (ushort)i))
                .Where(i => i != 0).Distinct().Order(),
        ];
    }

    /// <inheritdoc/>
    public IEnumerable<UsedIndex> Used() =>
        _usedHops.Select(i => new UsedIndex(NextHops.Book, i));

    /// <inheritdoc/>
    public void Name(KnownWorld known) => NextHops.Name(known);

    /// <inheritdoc/>
    public void NameByContent(IConfig config) =>
        NextHops.NameByContent((GatewayConfig)config, _usedHops);

    /// <summary>Plans one address; says why it cannot be.</summary>
    private string? Problem(ForwardingChange entry)
    {
        if (tenants.Find(entry.Tenant) is not { } index)
        {
            return $"there is no tenant {entry.Tenant}";
        }

        if (AddressTypes.UnicastMac.Why!($"{entry.Mac}") is { } why
            && (entry.Mac.IsMulticast || entry.Mac.Value == 0))
        {
            return $"tenant {entry.Tenant}: {entry.Mac} is {why}";
        }

        var key = KeyOf(index, entry.Mac);
        if (_fdb.ValueOf(key) is { } now && NextHops.IsLink((ushort)now.NextHop))
        {
            return $"tenant {entry.Tenant}: {entry.Mac} is behind a link; a configuration alone "
                + "changes that";
        }

        if (entry.Remote is null)
        {
            return _fdb.Remove(key)
                ? null
                : $"tenant {entry.Tenant}: {entry.Mac} is not forwarded";
        }

        if (NextHops.Book.Find(entry.Remote) is not { } hop)
        {
            return $"tenant {entry.Tenant}: there is no remote {entry.Remote}";
        }

        if (NextHops.IsLink(hop))
        {
            return $"tenant {entry.Tenant}: remote {entry.Remote} is a link; a configuration "
                + "alone puts addresses behind it";
        }

        _fdb.Put(key, ValueOf(hop, NextHops.PathOf(hop)), index);
        return null;
    }

    private void Want(
        TenantConfig tenant, ushort index, IReadOnlyDictionary<string, RemotePath> paths,
        PlanTurn turn)
    {
        var gateways = tenant.Links.Where(l => l.Gateway is not null)
            .Select(l => new ForwardingConfig(l.Gateway!.Value, l.Remote));
        foreach (var entry in tenant.Forwarding.Concat(gateways))
        {
            if (!NextHops.Book.Planned.TryGetValue(entry.Remote, out var hop))
            {
                turn.Errors.Add($"tenant {tenant.Name}: there is no remote {entry.Remote}");
            }
            else if (!_fdb.Want(
                KeyOf(index, entry.Mac), ValueOf(hop, paths[entry.Remote]), index))
            {
                turn.Errors.Add($"tenant {tenant.Name}: {entry.Mac} is forwarded twice");
            }
        }
    }

    private static FdbKey KeyOf(ushort tenant, MacAddress mac) =>
        new() { Tenant = (U12)tenant, Mac = (U48)mac.Value };

    private static FdbValue ValueOf(ushort nextHop, in RemotePath path) => new()
    {
        NextHop = (U12)nextHop,
        Mtu = path.IsLimited ? (U14)(uint)path.MostOf(Protocol.EthernetBytes) : (U14)0,
    };
}

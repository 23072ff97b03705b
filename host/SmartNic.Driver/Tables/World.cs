using SmartNic.Hls.Language;
using SmartNic.Kernels;
using SmartNic.Registers;

namespace SmartNic.Driver.Tables;

/// <summary>
/// All tables of the gateway, and the plan that turns one configuration into another.
/// </summary>
internal sealed partial class World
{
    private readonly ExactTable _endpoints = new(new EndpointLayout());
    private readonly ExactTable _vnis = new(new VniLayout());
    private readonly ExactTable _sources = new(new SourceLayout());
    private readonly ExactTable _fdb = new(new FdbLayout());
    private readonly DirectTable _ports = new(TableLayouts.TxPort.Info);
    private readonly DirectTable _nextHops = new(TableLayouts.TxNextHop.Info);
    private readonly DirectTable _policies = new(TableLayouts.RxPolicy.Info);
    private readonly MeterBook _rxMeters = new(
        new DirectTable(TableLayouts.RxMeter.Info), TableLayouts.RxMeterState.Info);

    private readonly MeterBook _txMeters = new(
        new DirectTable(TableLayouts.TxMeter.Info), TableLayouts.TxMeterState.Info);

    private static readonly Dictionary<string, ushort> NoNames = [];

    private readonly uint[] _words = new uint[16];
    private readonly List<string> _errors = [];
    private readonly List<Unplaced> _unplaced = [];

    public World(int tenantIndices)
    {
        Tenants = new IndexBook(Math.Min(tenantIndices, DirectTable.Indices));
        NextHops = new IndexBook(DirectTable.Indices);
        Exact = [_endpoints, _vnis, _sources, _fdb];
        Direct = [_rxMeters.Table, _policies, _ports, _nextHops, _txMeters.Table];
    }

    /// <summary>Tenant indices, which are host queues too.</summary>
    public IndexBook Tenants { get; }

    /// <summary>Next hop of each remote.</summary>
    public IndexBook NextHops { get; }

    /// <summary>The exact-match tables.</summary>
    public IReadOnlyList<ExactTable> Exact { get; }

    /// <summary>The direct-index tables.</summary>
    public IReadOnlyList<DirectTable> Direct { get; }

    /// <summary>Entries that the plan adds: a changed one counts here and in the other.</summary>
    public int Added => Exact.Sum(t => t.Added) + Direct.Sum(t => t.Added);

    /// <summary>Entries that the plan removes.</summary>
    public int Removed => Exact.Sum(t => t.Removed) + Direct.Sum(t => t.Removed);

    /// <summary>Whether the plan needs a transaction.</summary>
    public bool HasWork =>
        Added + Removed > 0 || Exact.Any(t => t.IsRekeyed && t.Wanted > 0);

    /// <summary>Key of the exact-match tables' hashes; of the plan, while there is one.</summary>
    public ulong HashKey { get; private set; }

    /// <summary>Whether the plan places every entry anew, for another hash key.</summary>
    public bool IsRekeyed => Exact[0].IsRekeyed;

    /// <summary>True when no exact-match table has an entry.</summary>
    public bool IsEmpty => Exact.All(t => t.Used == 0);

    /// <summary>Whether the plan could place every entry anew, for another hash key.</summary>
    public bool FitsTwice => Exact.All(t => t.FitsTwice);

    /// <summary>Tenant indices of the plan that are not in force yet.</summary>
    public List<ushort> NewTenants { get; } = [];

    /// <summary>Plans a transaction; writes nothing.</summary>
    /// <param name="config">The new world.</param>
    /// <param name="oldGeneration">Generation in force.</param>
    /// <param name="nowNs">The board's time.</param>
    /// <param name="hashKey">
    /// Key of the hashes in the new world; one that is not in force places every entry anew.
    /// </param>
    /// <returns>What came of it. A failed plan is rolled back.</returns>
    public PlanAttempt Plan(
        GatewayConfig config, int oldGeneration, ulong nowNs, ulong hashKey)
    {
        NameByContent(config);
        return PlanNamed(config, oldGeneration, nowNs, hashKey);
    }

    /// <summary>Forgets the plan.</summary>
    public void Rollback()
    {
        foreach (var table in Exact)
        {
            table.Rollback();
        }

        foreach (var table in Direct)
        {
            table.Rollback();
        }

        HashKey = _endpoints.HashKey;
    }

    private PlanAttempt PlanNamed(
        GatewayConfig config, int oldGeneration, ulong nowNs, ulong hashKey)
    {
        _errors.Clear();
        _unplaced.Clear();
        NewTenants.Clear();
        var tenants = Tenants.Plan(config.Tenants.Select(t => t.Name));
        var nextHops = NextHops.Plan(config.Remotes.Select(r => r.Name));
        if (tenants is null || nextHops is null)
        {
            var what = tenants is null ? "tenants" : "remotes";
            var error = $"{what}: a name comes twice, or there is no free index; those of removed "
                + $"{what} are free only after the transaction, so remove and add in two";
            return new PlanAttempt([error], [], NoNames);
        }

        Begin(oldGeneration, hashKey);
        try
        {
            Want(config, tenants, nextHops, nowNs);
            Place();
        }
        catch
        {
            // A configuration that no file can hold, such as an IPv6 endpoint; the plan must not
            // stay.
            Rollback();
            throw;
        }

        if (_errors.Count + _unplaced.Count > 0)
        {
            Rollback();
        }

        return new PlanAttempt([.. _errors], [.. _unplaced], tenants);
    }

    /// <summary>Writes the plan where no packet sees it yet.</summary>
    public void WritePlan(TableWriter writer)
    {
        foreach (var table in Exact)
        {
            table.WritePlan(writer);
        }

        foreach (var table in Direct)
        {
            table.WritePlan(writer);
        }
    }

    /// <summary>After the flip and the drain: the plan is the world.</summary>
    public void Tidy(TableWriter writer)
    {
        foreach (var table in Exact)
        {
            table.Tidy(writer);
        }

        foreach (var table in Direct)
        {
            table.Tidy(writer);
        }

        _isKeyStale = false;
        Commit();
    }

    /// <summary>Puts the names and meters of the plan in force.</summary>
    public void Commit()
    {
        Tenants.Commit();
        NextHops.Commit();
        _rxMeters.Commit();
        _txMeters.Commit();
        _isAdopted = false;
        HashKey = _endpoints.HashKey;
    }

    /// <summary>The meters in force.</summary>
    public IEnumerable<MeterView> Meters()
    {
        string Owner(int index) => Tenants.NameOf(index) ?? "-";
        return _rxMeters.Views(Owner).Concat(_txMeters.Views(Owner));
    }

    /// <summary>How full the tables are.</summary>
    public IReadOnlyList<TableView> Views(int interfaces) =>
    [
        .. Exact.Select(t => new TableView(t.Layout.Name, t.Used, t.Capacity, interfaces)),
        .. Direct.Select(t => new TableView(
            t.Info.Name, t.Used, DirectTable.Indices, interfaces)),
    ];

    /// <summary>The entries of a table; null when there is none of that name.</summary>
    public IReadOnlyList<TableRow>? Rows(string table)
    {
        if (Exact.FirstOrDefault(t => t.Layout.Name == table) is { } exact)
        {
            return [.. exact.Rows()];
        }

        return Direct.FirstOrDefault(t => t.Info.Name == table) is { } direct
            ? [.. direct.Rows()]
            : null;
    }

    private void Begin(int oldGeneration, ulong hashKey)
    {
        HashKey = hashKey;
        foreach (var table in Exact)
        {
            table.Begin(oldGeneration, hashKey);
        }

        foreach (var table in Direct)
        {
            table.Begin(oldGeneration);
        }

        _rxMeters.Begin();
        _txMeters.Begin();
    }

    private void Want(
        GatewayConfig config,
        IReadOnlyDictionary<string, ushort> tenants,
        IReadOnlyDictionary<string, ushort> nextHops,
        ulong nowNs)
    {
        _rxMeters.Want(0, MeterPlan.Of(config.SlowPath), nowNs);
        Underlay(config, nextHops);
        var own = config.Endpoints.Select(e => e.Ip.ToUInt32()).ToHashSet();
        var addresses = new Dictionary<string, uint>();
        foreach (var remote in config.Remotes)
        {
            addresses[remote.Name] = remote.Ip.ToUInt32();
        }

        foreach (var tenant in config.Tenants)
        {
            var index = tenants[tenant.Name];
            Tenant(tenant, index, nextHops, nowNs);
            Receive(tenant, index, addresses, own);
        }
    }

    private void Place()
    {
        _errors.AddRange(Exact.Select(t => t.Place(_unplaced)).OfType<string>());
        foreach (var table in Direct)
        {
            table.Place();
        }
    }

    /// <summary>Endpoints and remotes.</summary>
    private void Underlay(GatewayConfig config, IReadOnlyDictionary<string, ushort> nextHops)
    {
        var endpoints = new Dictionary<string, EndpointConfig>();
        foreach (var endpoint in config.Endpoints)
        {
            var ip = endpoint.Ip.ToUInt32();
            if (!_endpoints.Want(ip, EndpointLayout.Value(endpoint))
                || !_sources.Want(SourceLayout.Key(0, ip), 0)
                || !endpoints.TryAdd(endpoint.Name, endpoint))
            {
                _errors.Add($"endpoint {endpoint.Name}: name or address is used twice");
            }
        }

        foreach (var remote in config.Remotes)
        {
            if (!endpoints.TryGetValue(remote.Endpoint, out var source))
            {
                _errors.Add($"remote {remote.Name}: there is no endpoint {remote.Endpoint}");
                continue;
            }

            PackNextHop(remote, source);
            _nextHops.Want(nextHops[remote.Name], _words);
        }
    }

    private void PackNextHop(RemoteConfig remote, EndpointConfig source)
    {
        var hop = new NextHop
        {
            Valid = true,
            SourceIp = source.Ip.ToUInt32(),
            DestinationIp = remote.Ip.ToUInt32(),
            SourceMac = (U48)source.Mac.Value,
            DestinationMac = (U48)remote.Mac.Value,
            Ttl = remote.Ttl,
            UdpPort = source.UdpPort,
        };
        TableLayouts.TxNextHop.Pack(hop, _words);
    }

    private void Tenant(
        TenantConfig tenant,
        ushort index,
        IReadOnlyDictionary<string, ushort> nextHops,
        ulong nowNs)
    {
        if (Tenants.NameOf(index) is null)
        {
            NewTenants.Add(index);
        }

        if (!_vnis.Want(tenant.Vni, VniLayout.Value(index, index), index))
        {
            _errors.Add($"tenant {tenant.Name}: VNI {tenant.Vni} is used twice");
        }

        var port = new HostPort
        {
            Valid = true,
            Tenant = (U12)index,
            Vni = (U24)tenant.Vni,
            KeepsTags = tenant.InnerVlan == InnerVlan.Keep,
        };
        TableLayouts.TxPort.Pack(port, _words);
        _ports.Want(index, _words);
        _rxMeters.Want(index, MeterPlan.Of(tenant), nowNs);
        _txMeters.Want(index, MeterPlan.Of(tenant.SlowPath), nowNs);
        foreach (var entry in tenant.Forwarding)
        {
            if (!nextHops.TryGetValue(entry.Remote, out var hop))
            {
                _errors.Add($"tenant {tenant.Name}: there is no remote {entry.Remote}");
            }
            else if (!_fdb.Want(FdbLayout.Key(index, entry.Mac), hop, index))
            {
                _errors.Add($"tenant {tenant.Name}: {entry.Mac} is forwarded twice");
            }
        }
    }

    /// <summary>What a tenant receives: its policy, and the remotes that it names.</summary>
    private void Receive(
        TenantConfig tenant,
        ushort index,
        Dictionary<string, uint> addresses,
        HashSet<uint> own)
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
            .Where(addresses.ContainsKey).Select(name => addresses[name]).Distinct();
        foreach (var ip in ips.Where(ip => !own.Contains(ip)))
        {
            _sources.Want(SourceLayout.Key(index, ip), 0, index);
        }
    }
}

namespace SmartNic.Driver.Tables;

/// <content>
/// Takes over a board that forwards already: first what is in its tables, then whose it is.
/// </content>
internal sealed partial class World
{
    private List<ushort> _usedTenants = [];
    private List<ushort> _usedHops = [];
    private bool _isAdopted;
    private bool _isKeyStale;

    /// <summary>Whether the hash key of the other generation is to be written before the flip.
    /// </summary>
    public bool MustWriteKey => IsRekeyed || _isKeyStale;

    /// <summary>Tenant indices that the board had when it was taken over.</summary>
    public IReadOnlyList<ushort> AdoptedTenants => _usedTenants;

    /// <summary>Reads all tables back; writes nothing, and packets see nothing of it.</summary>
    /// <param name="reader">Reads the board.</param>
    /// <param name="generation">Generation in force.</param>
    /// <exception cref="DeviceLostException">The device does not answer.</exception>
    public void Adopt(TableReader reader, int generation)
    {
        HashKey = reader.HashKey(generation);
        _isKeyStale = HashKey != reader.HashKey(1 - generation);
        foreach (var table in Exact)
        {
            table.Adopt(reader, generation, HashKey);
        }

        foreach (var table in Direct)
        {
            table.Adopt(reader, generation);
        }

        _rxMeters.Adopt(reader);
        _txMeters.Adopt(reader);
        var tenants = _vnis.Entries().Select(e => VniLayout.Tenant(e.Value))
            .Concat(_ports.UsedIndices().Select(i => (ushort)i))
            .Concat(_policies.UsedIndices().Select(i => (ushort)i))
            .Concat(_sources.Entries().Select(e => (ushort)(e.Key >> 32)))
            .Concat(_rxMeters.Table.UsedIndices().Select(i => (ushort)i))
            .Concat(_txMeters.Table.UsedIndices().Select(i => (ushort)i));
        var hops = _fdb.Entries().Select(e => (ushort)e.Value)
            .Concat(_nextHops.UsedIndices().Select(i => (ushort)i));
        _usedTenants = [.. tenants.Where(i => i != 0).Distinct().Order()];
        _usedHops = [.. hops.Where(i => i != 0).Distinct().Order()];
        _isAdopted = true;
        ForgetNames();
    }

    /// <summary>The configuration planned or in force, with its indices.</summary>
    public KnownWorld Known(GatewayConfig config, bool isPlan) => new(
        config, Tenants.Indices(isPlan), NextHops.Indices(isPlan));

    /// <summary>Whether the board is exactly in a world; then its names are in force.</summary>
    /// <param name="known">The world.</param>
    /// <param name="generation">Generation in force.</param>
    /// <param name="nowNs">The board's time.</param>
    public bool IsIn(KnownWorld known, int generation, ulong nowNs)
    {
        ForgetNames();
        Name(known);
        var plan = PlanNamed(known.Config, generation, nowNs, HashKey);
        if (plan.Errors.Count + plan.Unplaced.Count > 0)
        {
            return false;
        }

        if (HasWork)
        {
            Rollback();
            return false;
        }

        Commit();
        return true;
    }

    /// <summary>
    /// Names what is on the board by what was known of it, as far as the two agree: a tenant by its
    /// VNI and index, a remote by its next hop.
    /// </summary>
    public void Name(KnownWorld known)
    {
        foreach (var tenant in known.Config.Tenants)
        {
            if (known.Tenants.TryGetValue(tenant.Name, out var index)
                && _vnis.ValueOf(tenant.Vni) == VniLayout.Value(index, index))
            {
                Tenants.TryName(index, tenant.Name);
            }
        }

        foreach (var remote in known.Config.Remotes)
        {
            if (known.Remotes.TryGetValue(remote.Name, out var index) && IsHop(known.Config, remote)
                && _nextHops[index].SequenceEqual(_words.AsSpan(0, _nextHops.Info.Words)))
            {
                NextHops.TryName(index, remote.Name);
            }
        }

    }

    /// <summary>Who comes again shall have the index that it had, where that is free.</summary>
    public void Prefer(KnownWorld known)
    {
        Tenants.Prefer(known.Tenants);
        NextHops.Prefer(known.Remotes);
    }

    /// <summary>Gives up the names that were tried.</summary>
    public void ForgetNames()
    {
        Tenants.Adopt(_usedTenants);
        NextHops.Adopt(_usedHops);
    }

    /// <summary>
    /// Before a plan: names what nobody named by what is on the board, so that who is configured
    /// anew but forwards already keeps index, queue and meter.
    /// </summary>
    private void NameByContent(GatewayConfig config)
    {
        if (!_isAdopted)
        {
            return;
        }

        foreach (var tenant in config.Tenants)
        {
            if (_vnis.ValueOf(tenant.Vni) is { } value)
            {
                Tenants.TryName(VniLayout.Tenant(value), tenant.Name);
            }
        }

        var byContent = new Dictionary<string, ushort>();
        foreach (var index in _usedHops)
        {
            byContent.TryAdd(Text(_nextHops[index]), index);
        }

        foreach (var remote in config.Remotes)
        {
            if (IsHop(config, remote)
                && byContent.TryGetValue(Text(_words.AsSpan(0, _nextHops.Info.Words)), out var hop))
            {
                NextHops.TryName(hop, remote.Name);
            }
        }
    }

    /// <summary>Packs the next hop of a remote; false for one without endpoint.</summary>
    private bool IsHop(GatewayConfig config, RemoteConfig remote)
    {
        var source = config.Endpoints.FirstOrDefault(e => e.Name == remote.Endpoint);
        if (source is null || source.Ip.AddressFamily is not System.Net.Sockets.AddressFamily
            .InterNetwork || remote.Ip.AddressFamily != source.Ip.AddressFamily)
        {
            return false;
        }

        PackNextHop(remote, source);
        return true;
    }

    private static string Text(ReadOnlySpan<uint> words) =>
        Convert.ToHexString(System.Runtime.InteropServices.MemoryMarshal.AsBytes(words));
}

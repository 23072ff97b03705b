using SmartNic.Driver.Planning;
using SmartNic.Driver.Tables;
using SmartNic.Hls.Language;
using SmartNic.Kernels;
using SmartNic.Registers;

namespace SmartNic.Features;

/// <summary>
/// The rules of one direction in their tables: each rule stands once, whoever it holds for, and a
/// workload has references to its rules.
/// </summary>
internal sealed class RuleBook
{
    /// <summary>Most rules of a file in one direction: one more is
    /// <see cref="NeighbourDiscovery"/>.</summary>
    public const int Most = RuleSet.Rules - 1;

    private readonly TableLayout<RuleSet> _sets;
    private readonly TableLayout<Workload> _entries;
    private readonly uint[] _words = new uint[InterfaceRegisters.TableDataCount];
    private RuleConditions?[] _now = new RuleConditions?[RuleSet.Rules];
    private RuleConditions?[] _next = new RuleConditions?[RuleSet.Rules];
    private IReadOnlyList<PlacedRule> _placed = [];
    private IReadOnlyList<PlacedRule> _planned = [];

    /// <param name="direction">Which direction.</param>
    /// <param name="columns">Table of the conditions.</param>
    /// <param name="allowed">Table of the rules that let pass.</param>
    /// <param name="workloads">Table of the references.</param>
    public RuleBook(
        RuleDirection direction, TableLayout<RuleSet> columns, TableLayout<RuleSet> allowed,
        TableLayout<Workload> workloads)
    {
        (Direction, _sets, _entries) = (direction, columns, workloads);
        Allowed = new DirectTable(allowed.Info);
        Columns = new DirectTable(columns.Info, isFirstWordSet: false) { Gate = Allowed };
        Workloads = new DirectTable(workloads.Info) { Gate = Allowed };
    }

    /// <summary>Which packets they judge.</summary>
    public RuleDirection Direction { get; }

    /// <summary>The conditions.</summary>
    public DirectTable Columns { get; }

    /// <summary>The rules that let pass.</summary>
    public DirectTable Allowed { get; }

    /// <summary>Which rules hold for whom, by tenant.</summary>
    public DirectTable Workloads { get; }

    /// <summary>The rules of the file in force, in order, with their positions.</summary>
    public IReadOnlyList<PlacedRule> Placed => _placed;

    /// <summary>Says what a configuration wishes.</summary>
    public void Want(GatewayConfig config, IndexBook tenants, PlanTurn turn)
    {
        RuleConfig[] rules = [.. config.Firewall.Where(rule => rule.Direction == Direction)];
        TenantConfig[] filtered =
            [.. config.Tenants.Where(tenant => tenant.Firewall.DefaultOf(Direction) is not null)];
        Array.Clear(_next);
        _planned = [];
        if (rules.Length > Most)
        {
            turn.Errors.Add($"firewall: {rules.Length} rules of "
                + $"{RuleTypes.Direction.Write(Direction)}, of which there is room for {Most}");
            return;
        }

        if (rules.Length + filtered.Length > 0)
        {
            Place(rules);
            WantRules();
            WantWorkloads(filtered, tenants);
        }
    }

    /// <summary>The plan is in force.</summary>
    public void Commit()
    {
        (_now, _next) = (_next, _now);
        _placed = _planned;
    }

    /// <summary>Finds the rules on a board that was taken over by what its tables hold.</summary>
    public void Adopt()
    {
        // A rule that asks nothing is in no row; one that denies then, and that nobody refers to,
        // is nowhere, and may as well be somewhere else.
        var rows = new RuleRows();
        _sets.Unpack(Allowed[0], out var used);
        foreach (var index in Columns.UsedIndices())
        {
            _sets.Unpack(Columns[index], out rows[index]);
            used |= rows[index];
        }

        foreach (var index in Workloads.UsedIndices())
        {
            _entries.Unpack(Workloads[index], out var workload);
            used |= workload.Rules;
        }

        Array.Clear(_now);
        foreach (var position in RuleBits.Positions(used))
        {
            _now[position] = rows.Read(position);
        }
    }

    /// <summary>The rules that hold for a tenant as the tables in force have it.</summary>
    public Workload WorkloadOf(int tenant)
    {
        _entries.Unpack(Workloads[tenant], out var workload);
        return workload;
    }

    /// <summary>Why a packet does not pass, by the tables in force and as the pipeline reads them;
    /// None when it does.</summary>
    public Reason Judge(int tenant, in FiveTuple tuple)
    {
        var tables = new FirewallTables { Allowed = new(1), Workload = new(1) };
        _sets.Unpack(Allowed[0], out var allowed);
        tables.Allowed.Write(0, allowed);
        tables.Workload.Write(0, WorkloadOf(tenant));
        for (var column = 0; column < RuleColumns.Count; column++)
        {
            tables.Columns[column] = new(RuleRows.Values);
            for (var value = 0; value < RuleRows.Values; value++)
            {
                _sets.Unpack(Columns[RuleRows.Index(column, value)], out var row);
                tables.Columns[column].Write((uint)value, row);
            }
        }

        return RuleMatch.Judge(tables, tuple, generation: false, (U12)(uint)tenant);
    }

    private void Place(RuleConfig[] rules)
    {
        RuleConditions[] conditions = [.. rules.Select(RuleConditions.Of)];
        var positions = RulePlacement.Place(_now, conditions);
        _next[NeighbourDiscovery.Position] = NeighbourDiscovery.Conditions;
        for (var i = 0; i < rules.Length; i++)
        {
            _next[positions[i]] = conditions[i];
        }

        _planned = [.. rules.Select((rule, i) => new PlacedRule(rule, positions[i]))];
    }

    private void WantRules()
    {
        var rows = new RuleRows();
        RuleSet allowed = default;
        RuleBits.Add(ref allowed, NeighbourDiscovery.Position);
        rows.Add(NeighbourDiscovery.Position, NeighbourDiscovery.Conditions);
        foreach (var (rule, position) in _planned)
        {
            rows.Add(position, _next[position]!.Value);
            if (rule.Action == RuleAction.Allow)
            {
                RuleBits.Add(ref allowed, position);
            }
        }

        for (var index = 0; index < RuleRows.Count; index++)
        {
            _sets.Pack(rows[index], _words);
            if (_words.AsSpan(0, _sets.Info.Words).ContainsAnyExcept(0u))
            {
                Columns.Want((ushort)index, _words);
            }
        }

        _sets.Pack(allowed, _words);
        Allowed.Want(0, _words);
    }

    private void WantWorkloads(TenantConfig[] filtered, IndexBook tenants)
    {
        // Tenants with the same tags have the same rules.
        var setsByTags = new Dictionary<ConfigList<string>, RuleSet>();
        foreach (var tenant in filtered)
        {
            if (!setsByTags.TryGetValue(tenant.Tags, out var rules))
            {
                RuleBits.Add(ref rules, NeighbourDiscovery.Position);
                foreach (var placed in _planned.Where(placed => placed.Rule.HoldsFor(tenant)))
                {
                    RuleBits.Add(ref rules, placed.Position);
                }

                setsByTags.Add(tenant.Tags, rules);
            }

            var workload = new Workload
            {
                Rules = rules,
                IsFiltered = true,
                Allows = tenant.Firewall.DefaultOf(Direction) == RuleAction.Allow,
                PassesOther = tenant.Firewall.NonIp == NonIp.Pass,
            };
            _entries.Pack(workload, _words);
            Workloads.Want(tenants.Planned[tenant.Name], _words);
        }
    }
}

/// <summary>A rule with its place in the tables.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Position">Its bit in the sets of rules.</param>
internal readonly record struct PlacedRule(RuleConfig Rule, int Position);

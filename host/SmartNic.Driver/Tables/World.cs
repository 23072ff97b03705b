using SmartNic.Driver.Planning;

namespace SmartNic.Driver.Tables;

/// <summary>
/// All tables of the gateway, and the plan that turns one configuration into another.
/// </summary>
internal sealed partial class World
{
    private static readonly Dictionary<string, ushort> NoNames = [];

    private readonly List<Unplaced> _unplaced = [];
    private readonly HashSet<DirectTable> _gates;
    private bool _isChange;

    /// <param name="features">Who fills the tables.</param>
    public World(FeatureSet features)
    {
        Features = features;
        _gates = [.. features.Direct.Select(table => table.Gate).OfType<DirectTable>()];
    }

    /// <summary>Who fills the tables.</summary>
    public FeatureSet Features { get; }

    /// <summary>Indices of those who own entries, which are host queues too.</summary>
    public IndexBook Owners => Features.Owners;

    /// <summary>The exact-match tables.</summary>
    public IReadOnlyList<IExactTable> Exact => Features.Exact;

    /// <summary>The direct-index tables.</summary>
    public IReadOnlyList<DirectTable> Direct => Features.Direct;

    /// <summary>All tables.</summary>
    public IReadOnlyList<ITable> Tables => Features.Tables;

    /// <summary>Entries that the plan adds: a changed one counts here and in the other.</summary>
    public int Added => Tables.Sum(t => t.Added);

    /// <summary>Entries that the plan removes.</summary>
    public int Removed => Tables.Sum(t => t.Removed);

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

    /// <summary>Owners' indices of the plan that are not in force yet.</summary>
    public IEnumerable<ushort> NewOwners =>
        Owners.Planned.Values.Where(index => Owners.NameOf(index) is null);

    /// <summary>Plans a transaction; writes nothing.</summary>
    /// <param name="config">The new world.</param>
    /// <param name="oldGeneration">Generation in force.</param>
    /// <param name="nowNs">The board's time.</param>
    /// <param name="hashKey">
    /// Key of the hashes in the new world; one that is not in force places every entry anew.
    /// </param>
    /// <returns>What came of it. A failed plan is rolled back.</returns>
    public PlanAttempt Plan(
        IConfig config, int oldGeneration, ulong nowNs, ulong hashKey)
    {
        NameByContent(config);
        return PlanNamed(config, oldGeneration, nowNs, hashKey);
    }

    /// <summary>Plans a change of the world in force; costs by the change.</summary>
    /// <param name="change">The change.</param>
    /// <param name="oldGeneration">Generation in force.</param>
    /// <param name="nowNs">The board's time.</param>
    /// <returns>What came of it. A failed plan is rolled back.</returns>
    public PlanAttempt Plan(IChange change, int oldGeneration, ulong nowNs)
    {
        foreach (var table in Tables)
        {
            table.Begin(oldGeneration);
        }

        _isChange = true;
        var turn = new PlanTurn(nowNs);
        return Want(turn, feature => feature.Want(change, turn), Owners.Indices(isPlan: false));
    }

    /// <summary>Forgets the plan.</summary>
    public void Rollback()
    {
        foreach (var table in Tables)
        {
            table.Rollback();
        }

        HashKey = Exact[0].HashKey;
    }

    private PlanAttempt PlanNamed(
        IConfig config, int oldGeneration, ulong nowNs, ulong hashKey)
    {
        if (Features.Books.FirstOrDefault(book => !book.Plan(config)) is { Kind: var kind })
        {
            var error = $"{kind}: a name comes twice, or there is no free index; those of removed "
                + $"{kind} are free only after the transaction, so remove and add in two";
            return new PlanAttempt([error], [], NoNames);
        }

        var turn = new PlanTurn(nowNs);
        Begin(oldGeneration, hashKey);
        return Want(turn, feature => feature.Want(config, turn), Owners.Planned);
    }

    private PlanAttempt Want(
        PlanTurn turn, Action<IFeature> ask, IReadOnlyDictionary<string, ushort> owners)
    {
        _unplaced.Clear();
        try
        {
            foreach (var feature in Features.All)
            {
                ask(feature);
            }

            Place(turn.Errors);
        }
        catch
        {
            // A configuration that no file can hold, such as one with an address of another
            // family; the plan must not stay.
            Rollback();
            throw;
        }

        if (turn.Errors.Count + _unplaced.Count > 0)
        {
            Rollback();
        }

        return new PlanAttempt(turn.Errors, [.. _unplaced], owners);
    }

    /// <summary>Writes the plan where no packet sees it yet.</summary>
    public void WritePlan(TableWriter writer)
    {
        foreach (var table in InWritingOrder())
        {
            table.WritePlan(writer);
        }
    }

    /// <summary>After the flip and the drain: the plan is the world.</summary>
    public void Tidy(TableWriter writer)
    {
        foreach (var table in InWritingOrder())
        {
            table.Tidy(writer);
        }

        _isKeyStale = false;
        Commit();
    }

    /// <summary>The tables in the order in which they are written: a gate before what it is the
    /// gate of where it has an entry, and after it where it has none.</summary>
    public IEnumerable<ITable> InWritingOrder()
    {
        for (var turn = 0; turn < 3; turn++)
        {
            foreach (var table in Tables)
            {
                if (TurnOf(table) == turn)
                {
                    yield return table;
                }
            }
        }
    }

    private int TurnOf(ITable table) =>
        table is not DirectTable direct || !_gates.Contains(direct) ? 1
        : direct.IsEmptied ? 2
        : 0;

    /// <summary>Puts the names of the plan in force, and what features keep of it.</summary>
    public void Commit()
    {
        if (_isChange)
        {
            foreach (var feature in Features.All)
            {
                feature.CommitChange();
            }

            return;
        }

        foreach (var book in Features.Books)
        {
            book.Commit();
        }

        foreach (var feature in Features.All)
        {
            feature.Commit();
        }

        _isAdopted = false;
        HashKey = Exact[0].HashKey;
    }

    /// <summary>How full the tables are.</summary>
    public IReadOnlyList<TableView> Views(int interfaces) =>
        [.. Tables.Select(t => new TableView(t.Name, t.Used, t.Capacity, interfaces))];

    /// <summary>The entries of a table; null when there is none of that name.</summary>
    public IReadOnlyList<TableRow>? Rows(string table) =>
        Tables.FirstOrDefault(t => t.Name == table) is { } found ? [.. found.Rows()] : null;

    private void Begin(int oldGeneration, ulong hashKey)
    {
        (HashKey, _isChange) = (hashKey, false);
        foreach (var table in Exact)
        {
            table.BeginWorld(oldGeneration, hashKey);
        }

        foreach (var table in Direct)
        {
            table.BeginWorld(oldGeneration);
        }

        foreach (var feature in Features.All)
        {
            feature.Begin();
        }
    }

    private void Place(List<string> errors)
    {
        foreach (var table in Tables)
        {
            if (table.Place(_unplaced) is { } error)
            {
                errors.Add(error);
            }
        }
    }
}

using SmartNic.Driver.Tables;
using SmartNic.Driver.Tests.Board;
using SmartNic.Hls.Language;
using SmartNic.Kernels;
using SmartNic.Registers;

namespace SmartNic.Driver.Tests.Tables;

/// <summary>A world as two dictionaries: by VNI, and by host queue.</summary>
internal sealed record Model(
    SortedDictionary<uint, uint> Exact, SortedDictionary<ushort, uint> Direct)
{
    public Model() : this([], [])
    {
    }

    public Model Copy() => new(new(Exact), new(Direct));

    public override string ToString() =>
        $"{string.Join(' ', Exact)} | {string.Join(' ', Direct)}";
}

/// <summary>
/// An exact-match table of 64 slots and a direct-index table, which change together, with what
/// packets of each generation find in them by the kernels' own look-ups.
/// </summary>
internal sealed class ModelledTables
{
    public const int Vnis = 100;
    public const int Queues = 24;

    private readonly ulong[] _keys = new ulong[2];
    private ulong _next;

    public MemoryBar Board { get; } = new();

    public int Generation { get; private set; }

    public ExactTable<VniKey, VniValue> Exact { get; private set; } = VniTables.NewSmall();

    public DirectTable Direct { get; private set; } = new(TableLayouts.TxPort.Info);

    private IEnumerable<ITable> Tables => [Exact, Direct];

    /// <summary>Starts a change, or with a hash key the plan of a whole world.</summary>
    public void Begin(ulong? hashKey = null)
    {
        _next = hashKey ?? _keys[Generation];
        if (hashKey is null)
        {
            Exact.Begin(Generation);
            Direct.Begin(Generation);
        }
        else
        {
            Exact.BeginWorld(Generation, _next);
            Direct.BeginWorld(Generation);
        }
    }

    public void Put(ushort queue, uint vni) => Direct.Put(queue, Words(vni));

    public void Want(ushort queue, uint vni) => Direct.Want(queue, Words(vni));

    /// <summary>Finds places; rolls back when there are none.</summary>
    public bool Place()
    {
        var unplaced = new List<Unplaced>();
        foreach (var table in Tables)
        {
            Assert.That(table.Place(unplaced), Is.Null);
        }

        if (unplaced.Count > 0)
        {
            Rollback();
        }

        return unplaced.Count == 0;
    }

    public void Rollback()
    {
        foreach (var table in Tables)
        {
            table.Rollback();
        }
    }

    /// <summary>Writes, flips and tidies, as the driver does.</summary>
    /// <param name="bar">What it is written through.</param>
    /// <param name="flipped">Called between writing and tidying.</param>
    public void Commit(IBar bar, Action flipped)
    {
        var writer = new TableWriter(bar, 1);
        _keys[1 - Generation] = _next;
        foreach (var table in Tables)
        {
            table.WritePlan(writer);
        }

        Generation = 1 - Generation;
        flipped();
        _keys[1 - Generation] = _next;
        foreach (var table in Tables)
        {
            table.Tidy(writer);
        }
    }

    /// <summary>Another owner takes the board over.</summary>
    public void Restart()
    {
        var reader = new TableReader(Board, 1, new BusyWait(Board, TimeSpan.FromSeconds(1)));
        (Exact, Direct) = (VniTables.NewSmall(), new(TableLayouts.TxPort.Info));
        Exact.Adopt(reader, Generation, _keys[Generation]);
        Direct.Adopt(reader, Generation);
    }

    /// <summary>What packets of a generation find.</summary>
    public Model See(int generation)
    {
        var (board, seen) = (Board.Interfaces[0], new Model());
        for (uint vni = 1; vni <= Vnis; vni++)
        {
            var buckets = VniTables.SmallLayout.Hash(vni, _keys[generation]);
            var hit = board.Vni(vni, generation != 0, buckets);
            if (hit.Found)
            {
                seen.Exact[vni] = VniTables.Number(hit.Value);
            }
        }

        for (ushort queue = 0; queue < Queues; queue++)
        {
            var port = board.Port(queue, generation != 0);
            if (port.Valid)
            {
                seen.Direct[queue] = (uint)port.Vni;
            }
        }

        return seen;
    }

    private static uint[] Words(uint vni)
    {
        var words = new uint[TableLayouts.TxPort.Words];
        TableLayouts.TxPort.Pack(new HostPort { Valid = true, Vni = (U24)vni }, words);
        return words;
    }
}

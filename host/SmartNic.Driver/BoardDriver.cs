using Microsoft.Extensions.Logging;
using SmartNic.Driver.Counters;
using SmartNic.Driver.Planning;
using SmartNic.Driver.Tables;
using SmartNic.Registers;
using G = SmartNic.Registers.GlobalRegisters;

namespace SmartNic.Driver;

/// <summary>
/// The sole owner of a board's tables: programs them, and reads counters. What a configuration
/// wishes in them, its features say. Its members may be called from several threads; they take
/// turns.
/// </summary>
public abstract partial class BoardDriver
{
    private readonly Turn _turn = new();
    private readonly IBar _bar;
    private readonly ILogger _log;
    private readonly Func<ulong> _nowNs;
    private readonly BusyWait _wait;
    private readonly TableWriter _writer;
    private readonly CounterLedger _counters;
    private readonly World _world;
    private readonly IStateStore? _store;
    private readonly Planner _planner;
    private int _generation;

    internal BoardDriver(
        IBar bar,
        BoardInfo board,
        ILogger log,
        Func<ulong>? nowNs,
        AttachOptions options,
        FeatureSet features)
    {
        _bar = bar;
        _log = log;
        _nowNs = nowNs ?? ReadTimeRegister;
        Board = board;
        _wait = new BusyWait(bar, options.Timeout);
        _writer = new TableWriter(bar, board.Interfaces);
        _world = new World(features);
        _store = options.Store;
        _planner = new Planner(_world, options.HashKeys ?? HashKeys.Random);
        _generation = (int)(bar.Read32(G.Generation) & 1);
        _begun = Transaction = Read64(G.TransactionLo, G.TransactionHi);
        var reader = new CounterReader(bar, board.Interfaces, _wait);
        _counters = new CounterLedger(reader, board.Tenants, options.TablesAreEmpty);
        if (!options.TablesAreEmpty)
        {
            Adopt(options.State);
        }
    }

    /// <summary>What the board said about itself when it was attached.</summary>
    public BoardInfo Board { get; }

    /// <summary>True once the device was lost: attach again.</summary>
    public bool IsLost { get; private set; }

    /// <summary>
    /// Puts a configuration in force, in one transaction: no packet sees a part of it. Applying an
    /// equal one again writes nothing; one that does not fit is refused and changes nothing.
    /// </summary>
    /// <exception cref="DeviceLostException">The device was lost on the way.</exception>
    public ApplyResult Apply(IConfig config)
    {
        using (_turn.Take())
        {
            return ApplyInTurn(config);
        }
    }

    /// <summary>The board's time in nanoseconds.</summary>
    /// <exception cref="DeviceLostException">The device does not answer.</exception>
    public ulong ReadTimeNs()
    {
        using (_turn.Take())
        {
            return OnBoard(ReadTimeRegister);
        }
    }

    /// <summary>How full the tables are.</summary>
    public IReadOnlyList<TableView> Tables()
    {
        using (_turn.Take())
        {
            return _world.Views(Board.Interfaces);
        }
    }

    /// <summary>The entries of a table; null when there is no table of that name.</summary>
    public IReadOnlyList<TableRow>? Entries(string table)
    {
        using (_turn.Take())
        {
            return _world.Rows(table);
        }
    }

    /// <summary>Checks that a board is the right one, and makes its driver.</summary>
    /// <param name="bar">The application register window.</param>
    /// <param name="log">Receives what happens.</param>
    /// <param name="create">Makes the driver: reads back what the board forwards.</param>
    /// <exception cref="DeviceLostException">No board, or another one.</exception>
    protected static T Attach<T>(IBar bar, ILogger log, Func<BoardInfo, T> create)
    {
        try
        {
            var board = BoardProbe.Read(bar);
            var driver = create(board);
            Log.Attached(log, board.Interfaces, board.DataWidthBits, board.SpecHash);
            return driver;
        }
        catch (IOException e)
        {
            throw new DeviceLostException($"cannot attach: {e.Message}", e);
        }
    }

    /// <summary>Looks at what features keep, in turn with all who use the board.</summary>
    protected T InTurn<T>(Func<T> look)
    {
        using (_turn.Take())
        {
            return look();
        }
    }

    private ApplyResult ApplyInTurn(IConfig config)
    {
        ThrowIfLost();
        if (config.Equals(Current))
        {
            Log.Unchanged(_log);
            return new ApplyResult(false, 0, 0, []);
        }

        var nowNs = OnBoard(_nowNs);
        string[] boardErrors =
            [.. _world.Features.All.SelectMany(f => f.BoardErrors(config, Board))];
        var plan = boardErrors.Length > 0
            ? new PlanOutcome(config, boardErrors, [])
            : _planner.Plan(config, Current ?? _world.Features.Empty, _generation, nowNs);
        if (plan.Errors.Count > 0)
        {
            return Refuse(plan.Errors);
        }

        foreach (var skipped in plan.Skipped)
        {
            Log.Skipped(_log, skipped);
        }

        var hasWork = _world.HasWork;
        OnBoard(StartCounters);
        var result = CarryOut(
            () => KeepPlan(plan.Config, hasWork, nowNs), () => Current = plan.Config, plan.Skipped);
        if (result.Changed)
        {
            KeepCurrent(nowNs);
        }

        return result;
    }

    private ApplyResult Refuse(IReadOnlyList<string> errors)
    {
        Log.Refused(_log, string.Join("; ", errors));
        return new ApplyResult(false, 0, 0, errors);
    }

    /// <summary>The plan becomes the world, of a whole configuration or of a change.</summary>
    /// <param name="keep">Keeps it before the first write; says why it cannot.</param>
    /// <param name="follow">Says what is in force.</param>
    /// <param name="skipped">The owners that were left out.</param>
    private ApplyResult CarryOut(
        Func<string?> keep, Action follow, IReadOnlyList<SkippedOwner> skipped)
    {
        var (added, removed, hasWork) = (_world.Added, _world.Removed, _world.HasWork);
        if (keep() is { } problem)
        {
            _world.Rollback();
            return Refuse([problem]);
        }

        if (hasWork)
        {
            OnBoard(Transact);
            Log.Applied(_log, _generation, added, removed);
        }
        else
        {
            _world.Commit();
            Log.Unchanged(_log);
        }

        follow();
        return new ApplyResult(hasWork, added, removed, []) { Skipped = skipped };
    }

    private bool StartCounters()
    {
        foreach (var owner in _world.NewOwners)
        {
            _counters.Start(owner);
        }

        return true;
    }

    /// <summary>The plan becomes the world. Until the flip no packet sees any of it.</summary>
    /// <returns>The generation in force.</returns>
    private int Transact()
    {
        var next = 1 - _generation;
        if (_world.IsRekeyed)
        {
            Log.Rekeyed(_log);
        }

        if (_world.MustWriteKey)
        {
            WriteHashKey(next);
        }

        _world.WritePlan(_writer);
        _bar.Write32(G.NextTransactionLo, (uint)_begun);
        _bar.Write32(G.NextTransactionHi, (uint)(_begun >> 32));
        _bar.Write32(G.Generation, G.GenerationWord((uint)next));
        _wait.Until(G.Drained, v => G.DrainedDrained(v) == 1, "the pipelines to drain");
        if (_bar.Read32(G.Generation) != next)
        {
            throw new DeviceLostException(
                "GENERATION is not what was written: the board was reset");
        }

        if (_world.IsRekeyed)
        {
            WriteHashKey(_generation);
        }

        (_generation, Transaction) = (next, _begun);
        _world.Tidy(_writer);
        return next;
    }

    /// <summary>Sets the key of the plan's hashes for packets of a generation.</summary>
    private void WriteHashKey(int generation)
    {
        var (lo, hi) = generation == 0
            ? (G.HashKey0Lo, G.HashKey0Hi)
            : (G.HashKey1Lo, G.HashKey1Hi);
        _bar.Write32(lo, (uint)_world.HashKey);
        _bar.Write32(hi, (uint)(_world.HashKey >> 32));
    }

    private ulong ReadTimeRegister() => Read64(G.TimeNsLo, G.TimeNsHi);

    /// <summary>A value whose high half is latched when the low one is read.</summary>
    private ulong Read64(uint low, uint high)
    {
        var word = _bar.Read32(low);
        return word | ((ulong)_bar.Read32(high) << 32);
    }

    /// <summary>
    /// Whatever goes wrong between driver and board, the board's content is unknown from then on:
    /// there is no half-applied state to go on from.
    /// </summary>
    private T OnBoard<T>(Func<T> access)
    {
        ThrowIfLost();
        try
        {
            return access();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            IsLost = true;
            Log.Lost(_log, e.Message);
            throw e as DeviceLostException
                ?? new DeviceLostException($"device lost: {e.Message}", e);
        }
    }

    /// <summary>The same for an access that has no answer.</summary>
    private void OnBoard(Action access) => OnBoard(() =>
    {
        access();
        return true;
    });

    private void ThrowIfLost()
    {
        if (IsLost)
        {
            throw new DeviceLostException("the device was lost; attach again");
        }
    }
}

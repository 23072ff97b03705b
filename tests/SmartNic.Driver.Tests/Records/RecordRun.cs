using SmartNic.Driver.Records;
using SmartNic.Driver.Tables;
using SmartNic.Hls.Language;
using SmartNic.Kernels.Samples;

namespace SmartNic.Driver.Tests.Records;

/// <summary>
/// Random inserts, deletes, sweeps, fences, kills and adoptions of a small table whose keys often
/// have one signature, with packets under way between any two writes, against a dictionary.
/// </summary>
internal sealed class RecordRun
{
    private const int Buckets = 4;
    private const int RecordCount = 32;

    private readonly Random _random;
    private readonly RecordTables<ConnectionKey, ConnectionValue> _tables =
        ConnectionLayouts.Of(Buckets, RecordCount, stash: 4);
    private readonly RecordBoard _board;
    private readonly Traffic[] _traffic;
    private readonly bool _hasFence;
    private readonly ConnectionKey[] _keys;
    private KillBar _bar;
    private RecordStore<ConnectionKey, ConnectionValue> _store;

    public RecordRun(int seed, PacketFunctions? functions = null, bool hasFence = true,
        int interfaces = 1)
    {
        _random = new Random(seed);
        _hasFence = hasFence;
        _board = new RecordBoard(_tables, interfaces);
        var secret = (ulong)_random.NextInt64(1, long.MaxValue);
        _keys = ConnectionKeys.Colliding(60, Buckets, secret);
        _traffic = [.. _board.Interfaces.Select(i => new Traffic(
            i, new Random(_random.Next()), functions ?? PacketFunctions.Kernels))];
        (_bar, _store) = NewOwner();
        _store.Start(secret);
        _board.Written = () => Each(t => t.Moment(_keys));
        _board.Drained = () => Each(t => t.Drain());
    }

    /// <summary>How often things happened.</summary>
    public SortedDictionary<string, int> Counts { get; } = [];

    /// <summary>What was wrong first.</summary>
    public string? Fault { get; private set; }

    /// <summary>Keys that are alive.</summary>
    private Dictionary<ConnectionKey, ushort> Live => _traffic[0].Live;

    /// <summary>Does something; now and then its owner is killed, and another one comes.</summary>
    public void Next()
    {
        var key = _keys[_random.Next(_keys.Length)];
        _bar.Left = _random.Next(12) == 0 ? _random.Next(40) : long.MaxValue;
        Act(key, _random.Next(100));
        if (_random.Next(60) == 0)
        {
            Restart(mayDie: true);
        }

        Check();
    }

    /// <summary>
    /// Fills the table until it holds so many records: first every other key, so that of keys with
    /// one signature some are left.
    /// </summary>
    public void Fill(int count)
    {
        var written = _board.Written;
        _board.Written = null;
        for (var i = 0; i < _keys.Length && Live.Count < count; i++)
        {
            Insert(_keys[((2 * i) + (2 * i < _keys.Length ? 0 : 1)) % _keys.Length]);
        }

        _board.Written = written;
        Counts.Clear();
    }

    /// <summary>
    /// A key comes if it is not there, else it goes; the owner is killed behind some written words.
    /// Another one mends what it left, and goes on.
    /// </summary>
    /// <returns>False when the owner came to its end before.</returns>
    public bool Kill(int key, long words)
    {
        _bar.Left = words;
        try
        {
            if (Live.ContainsKey(_keys[key]))
            {
                Delete(_keys[key]);
                _store.Fence();
                Count("freed");
            }
            else
            {
                Insert(_keys[key]);
            }
        }
        catch (KilledException)
        {
        }

        var isKilled = _bar.Left <= 0;
        Restart(mayDie: false);
        Each(t => t.CheckAll(_keys));
        Delete(Live.Keys.First());
        Insert(_keys[^1]);
        Expect(Live.ContainsKey(_keys[^1]), "a further insert is refused");
        Each(t => t.CheckAll(_keys));
        Check();
        return isKilled;
    }

    // Mostly full: that is when entries move and are refused.
    private void Act(in ConnectionKey key, int action)
    {
        try
        {
            if (action < 50)
            {
                Insert(key);
            }
            else if (action < 85)
            {
                Delete(key);
            }
            else if (action < 99)
            {
                _store.Fence();
            }
            else
            {
                Sweep();
            }
        }
        catch (KilledException)
        {
            Count("killed");
            Restart(mayDie: true);
        }
    }

    private void Insert(ConnectionKey key)
    {
        var value = (ushort)_random.Next(1, 4096);
        var isThere = Live.ContainsKey(key);
        if (!isThere)
        {
            Begin([key]);
        }

        var moves = _store.Moves;
        var stashed = _store.Stashed;
        var outcome = _store.Insert(key, new() { NextHop = (U12)value });
        if (outcome == RecordInsert.Inserted)
        {
            Each(t => t.Live[key] = value);
        }

        Each(t => t.End());
        Count($"{outcome}");
        Count(_store.Moves > moves ? "moved" : _store.Stashed > stashed ? "stashed" : "simple");
        Expect(isThere == (outcome == RecordInsert.Exists), $"{outcome}, is there: {isThere}");
    }

    private void Delete(ConnectionKey key)
    {
        var isThere = Live.ContainsKey(key);
        Begin([key]);
        Expect(_store.Delete(key) == isThere, $"deleted, not there: {isThere}");
        Each(t => t.Live.Remove(key));
        Each(t => t.End());
        Count("deleted");
    }

    private struct OddOnes : IRecordSweep<ConnectionKey, ConnectionValue>
    {
        public readonly bool IsOver(in LiveRecord<ConnectionKey, ConnectionValue> record) =>
            IsOver((ushort)record.Value.NextHop);

        public static bool IsOver(ushort value) => (value & 1) != 0;
    }

    private void Sweep()
    {
        ConnectionKey[] over = [.. Live.Where(l => OddOnes.IsOver(l.Value)).Select(l => l.Key)];
        Begin(over);
        var sweep = default(OddOnes);
        Expect(_store.Sweep(RecordCount, ref sweep) == over.Length, "swept others");
        foreach (var key in over)
        {
            Each(t => t.Live.Remove(key));
        }

        Each(t => t.End());
        Count("swept");
    }

    /// <summary>A new owner, who may be killed on the way too. Of a key that was coming or going
    /// it says what became of it.</summary>
    private void Restart(bool mayDie)
    {
        var isOver = false;
        while (!isOver)
        {
            (_bar, _store) = NewOwner();
            _bar.Left = mayDie && _random.Next(3) == 0 ? _random.Next(40) : long.MaxValue;
            try
            {
                var reader = new TableReader(
                    _bar, _board.Interfaces.Length, new BusyWait(_bar, TimeSpan.FromSeconds(1)));
                _store.Adopt(reader, () => 0);
                isOver = true;
            }
            catch (KilledException)
            {
                Count("killed adopting");
            }
        }

        _bar.Left = long.MaxValue;
        foreach (var key in _keys)
        {
            var found = _store.Find(key);
            if (found is null != !Live.ContainsKey(key))
            {
                Expect(_traffic[0].IsUnsure(key), "a key that nobody touched came or went");
            }

            Each(t => Become(t.Live, key, found));
        }

        Each(t => t.End());
        Count("adopted");
    }

    private static void Become(Dictionary<ConnectionKey, ushort> live, in ConnectionKey key,
        LiveRecord<ConnectionKey, ConnectionValue>? found)
    {
        if (found is { } record)
        {
            live[key] = (ushort)record.Value.NextHop;
        }
        else
        {
            live.Remove(key);
        }
    }

    private void Check()
    {
        Expect(_store.Count == Live.Count, $"{_store.Count} records, not {Live.Count}");
        foreach (var (key, value) in Live)
        {
            Expect((ushort?)_store.Find(key)?.Value.NextHop == value, "the store has another");
        }

        if (_random.Next(25) == 0)
        {
            Each(t => t.CheckAll(_keys));
        }

        Fault ??= _traffic.Select(t => t.Fault).FirstOrDefault(f => f is not null);
    }

    private (KillBar, RecordStore<ConnectionKey, ConnectionValue>) NewOwner()
    {
        var bar = new KillBar(_board);
        var wait = new BusyWait(bar, TimeSpan.FromSeconds(1));
        var writer = new TableWriter(bar, _board.Interfaces.Length);
        return (bar, new(_tables, writer, _hasFence ? new DeviceFence(bar, wait) : new NoFence()));
    }

    private sealed class NoFence : IFence
    {
        public void Pass()
        {
        }
    }

    private void Begin(IReadOnlyList<ConnectionKey> keys) => Each(t => t.Begin(keys));

    private void Each(Action<Traffic> act) => Array.ForEach(_traffic, act);

    private void Count(string what) => Counts[what] = Counts.GetValueOrDefault(what) + 1;

    private void Expect(bool holds, string otherwise) => Fault ??= holds ? null : otherwise;
}

using SmartNic.Driver.Tables;
using SmartNic.Hls.Language;
using SmartNic.Kernels;
using SmartNic.Kernels.Samples;

namespace SmartNic.Driver.Tests.Records;

/// <summary>
/// Packets under way on one interface, while the owner writes: a packet reads its places in one
/// clock, the record some clocks later, and updates the record's state after that. What a packet
/// finds, and what the states count, is held against the live keys.
/// </summary>
internal sealed class Traffic(RecordMemories board, Random random, PacketFunctions functions)
{
    private const ushort Bytes = 100;

    private readonly List<Packet> _underWay = [];
    private readonly Owned<ulong>[] _states = new Owned<ulong>[board.Records.Depth];
    private readonly Dictionary<(uint Index, byte Incarnation), ulong> _counted = [];
    private readonly HashSet<ConnectionKey> _unsure = new(KeyComparer<ConnectionKey>.Instance);

    private sealed class Packet
    {
        public required ConnectionKey Key;
        public required RecordIndex<ConnectionKey> Seen;
        public required ushort? Expected;
        public required bool IsSure;
        public RecordHit<ConnectionValue>? Hit;
    }

    /// <summary>Keys that are alive, with their values.</summary>
    public Dictionary<ConnectionKey, ushort> Live { get; } =
        new(KeyComparer<ConnectionKey>.Instance);

    /// <summary>Packets that found their record.</summary>
    public int Found { get; private set; }

    /// <summary>The first thing that was wrong.</summary>
    public string? Fault { get; private set; }

    /// <summary>A moment between two writes: one packet enters, some go on.</summary>
    public void Moment(ConnectionKey[] keys)
    {
        Enter(keys[random.Next(keys.Length)]);
        if (Live.Count > 0)
        {
            Enter(Live.Keys.ElementAt(random.Next(Live.Count)));
        }

        for (var i = _underWay.Count - 1; i >= 0; i--)
        {
            if (random.Next(16) == 0)
            {
                Step(i);
            }
        }
    }

    /// <summary>Every packet under way leaves.</summary>
    public void Drain()
    {
        while (_underWay.Count > 0)
        {
            Step(_underWay.Count - 1);
        }
    }

    /// <summary>Keys come or go: packets may find them or not.</summary>
    public void Begin(IEnumerable<ConnectionKey> keys)
    {
        _unsure.UnionWith(keys);
        foreach (var packet in _underWay)
        {
            packet.IsSure &= !_unsure.Contains(packet.Key);
        }
    }

    /// <summary>Whether a key is coming or going.</summary>
    public bool IsUnsure(in ConnectionKey key) => _unsure.Contains(key);

    /// <summary>Packets that enter now find what is alive.</summary>
    public void End() => _unsure.Clear();

    /// <summary>All keys, at a moment when no packet is under way.</summary>
    public void CheckAll(ConnectionKey[] keys)
    {
        Drain();
        foreach (var key in keys)
        {
            Enter(key);
            Drain();
        }

        foreach (var hit in Live.Keys.Select(key => board.Find(key)).Where(hit => hit.Found))
        {
            var index = (uint)hit.Index;
            var state = _states[index];
            var bytes = state.Incarnation == hit.Incarnation ? state.State : 0;
            var counted = _counted.GetValueOrDefault((index, hit.Incarnation));
            if (bytes != counted)
            {
                Fault ??= $"state {index} has {bytes} bytes, not {counted}";
            }
        }
    }

    private void Enter(in ConnectionKey key)
    {
        var place = RecordMatch.Place(key, board.Index.Secret.Read(0));
        RecordIndex<ConnectionKey> seen = default;
        seen.A = Only(board.Index.A, place.A);
        seen.B = Only(board.Index.B, place.B);
        seen.StashA = Only(board.Index.StashA, place.StashA);
        seen.StashB = Only(board.Index.StashB, place.StashB);
        seen.Secret = board.Index.Secret;
        _underWay.Add(new()
        {
            Key = key,
            Seen = seen,
            Expected = Live.TryGetValue(key, out var value) ? value : null,
            IsSure = !_unsure.Contains(key),
        });
    }

    private static Table<T> Only<T>(Table<T> memory, uint at)
        where T : struct
    {
        var copy = new Table<T>(memory.Depth);
        copy.Write(at, memory.Read(at));
        return copy;
    }

    private void Step(int i)
    {
        var packet = _underWay[i];
        if (packet.Hit is { } hit)
        {
            _underWay.RemoveAt(i);
            Leave(packet, hit);
            return;
        }

        hit = functions.Find(packet.Seen, board.Records, packet.Key);
        packet.Hit = hit;
        ushort? found = hit.Found ? (ushort)hit.Value.NextHop : null;
        if (packet.IsSure && found != packet.Expected)
        {
            Fault ??= $"a packet finds {found?.ToString() ?? "nothing"}, "
                + $"not {packet.Expected?.ToString() ?? "nothing"}";
        }
    }

    private void Leave(Packet packet, in RecordHit<ConnectionValue> hit)
    {
        if (!hit.Found)
        {
            return;
        }

        Found++;
        var index = (uint)hit.Index;
        functions.Count(ref _states[index], new() { Incarnation = hit.Incarnation, Arg = Bytes });
        var owner = (index, hit.Incarnation);
        _counted[owner] = _counted.GetValueOrDefault(owner) + Bytes;
    }
}

using SmartNic.Hls.Language;
using SmartNic.Kernels;

namespace SmartNic.Driver.Tests.Board;

/// <summary>
/// What packets of a generation find, by the kernels' own hashes and match decisions.
/// </summary>
internal static class Lookups
{
    // Worlds are looked at after every written word, with few keys.
    private const int MaxBuckets = 100_000;

    [ThreadStatic]
    private static Dictionary<(int Table, ulong Key, ulong HashKey), (uint A, uint B)>? buckets;

    public static EndpointHit Endpoint(this MemoryInterface board, uint ip, bool gen)
    {
        var (a, b) = Buckets(0, ip, board.HashKey(gen));
        return Match.Endpoint(board.EndpointA.Read(a), board.EndpointB.Read(b), ip, gen);
    }

    public static bool Source(this MemoryInterface board, ushort tenant, uint ip, bool gen)
    {
        var at = Hashes.Source((U12)tenant, ip, board.HashKey(gen));
        return Match.Source(
            board.SourceA.Read(at.A), board.SourceB.Read(at.B), (U12)tenant, ip, gen);
    }

    public static ReceivePolicy Policy(this MemoryInterface board, ushort tenant, bool gen) =>
        board.Policies.Read(Generation.Bank(gen, (U12)tenant));

    public static VniHit Vni(this MemoryInterface board, uint vni, bool gen)
    {
        var (a, b) = Buckets(1, vni, board.HashKey(gen));
        return Match.Vni(board.VniA.Read(a), board.VniB.Read(b), (U24)vni, gen);
    }

    public static FdbHit Fdb(this MemoryInterface board, ushort tenant, ulong mac, bool gen)
    {
        var (a, b) = Buckets(2, ((ulong)tenant << 48) | mac, board.HashKey(gen));
        return Match.Fdb(board.FdbA.Read(a), board.FdbB.Read(b), (U12)tenant, (U48)mac, gen);
    }

    public static HostPort Port(this MemoryInterface board, ushort queue, bool gen) =>
        board.Ports.Read(Generation.Bank(gen, (U12)queue));

    public static NextHop NextHop(this MemoryInterface board, ushort hop, bool gen) =>
        board.NextHops.Read(Generation.Bank(gen, (U12)hop));

    public static MeterConfig RxMeter(this MemoryInterface board, ushort tenant, bool gen) =>
        board.RxMeters.Read(Generation.Bank(gen, (U12)tenant));

    public static MeterConfig TxMeter(this MemoryInterface board, ushort tenant, bool gen) =>
        board.TxMeters.Read(Generation.Bank(gen, (U12)tenant));

    private static (uint A, uint B) Buckets(int table, ulong key, ulong hashKey)
    {
        buckets ??= [];
        if (buckets.TryGetValue((table, key, hashKey), out var known))
        {
            return known;
        }

        if (buckets.Count >= MaxBuckets)
        {
            buckets.Clear();
        }

        var found = Hash(table, key, hashKey);
        buckets.Add((table, key, hashKey), found);
        return found;
    }

    private static (uint A, uint B) Hash(int table, ulong key, ulong hashKey)
    {
        if (table == 0)
        {
            var endpoint = Hashes.Endpoint((uint)key, hashKey);
            return (endpoint.A, endpoint.B);
        }

        if (table == 1)
        {
            var vni = Hashes.Vni((U24)key, hashKey);
            return (vni.A, vni.B);
        }

        var fdb = Hashes.Fdb((U12)(key >> 48), (U48)(key & 0xFFFF_FFFF_FFFF), hashKey);
        return (fdb.A, fdb.B);
    }
}

using SmartNic.Hls.Language;
using SmartNic.Kernels;
using L = SmartNic.Registers.TableLayouts;

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
        return Match.Endpoint(
            board.Entry<EndpointBucket>(L.RxEndpointA.Id, a, L.RxEndpointA.Unpack),
            board.Entry<EndpointBucket>(L.RxEndpointB.Id, b, L.RxEndpointB.Unpack), ip, gen);
    }

    public static bool Source(this MemoryInterface board, ushort tenant, uint ip, bool gen)
    {
        var at = Hashes.Source((U12)tenant, ip, board.HashKey(gen));
        return Match.Source(
            board.Entry<SourceBucket>(L.RxSourceA.Id, at.A, L.RxSourceA.Unpack),
            board.Entry<SourceBucket>(L.RxSourceB.Id, at.B, L.RxSourceB.Unpack),
            (U12)tenant, ip, gen);
    }

    public static ReceivePolicy Policy(this MemoryInterface board, ushort tenant, bool gen) =>
        board.Entry<ReceivePolicy>(
            L.RxPolicy.Id, Generation.Bank(gen, (U12)tenant), L.RxPolicy.Unpack);

    public static VniHit Vni(this MemoryInterface board, uint vni, bool gen) =>
        board.Vni(vni, gen, Buckets(1, vni, board.HashKey(gen)));

    /// <summary>In a table of other hashes.</summary>
    public static VniHit Vni(
        this MemoryInterface board, uint vni, bool gen, (uint A, uint B) buckets) => Match.Vni(
            board.Entry<VniBucket>(L.RxVniA.Id, buckets.A, L.RxVniA.Unpack),
            board.Entry<VniBucket>(L.RxVniB.Id, buckets.B, L.RxVniB.Unpack), (U24)vni, gen);

    public static FdbHit Fdb(this MemoryInterface board, ushort tenant, ulong mac, bool gen)
    {
        var (a, b) = Buckets(2, ((ulong)tenant << 48) | mac, board.HashKey(gen));
        return Match.Fdb(
            board.Entry<FdbBucket>(L.TxFdbA.Id, a, L.TxFdbA.Unpack),
            board.Entry<FdbBucket>(L.TxFdbB.Id, b, L.TxFdbB.Unpack), (U12)tenant, (U48)mac, gen);
    }

    public static HostPort Port(this MemoryInterface board, ushort queue, bool gen) =>
        board.Entry<HostPort>(
            L.TxPort.Id, Generation.Bank(gen, (U12)queue), L.TxPort.Unpack);

    public static NextHop NextHop(this MemoryInterface board, ushort hop, bool gen) =>
        board.Entry<NextHop>(
            L.TxNextHop.Id, Generation.Bank(gen, (U12)hop), L.TxNextHop.Unpack);

    public static MeterConfig RxMeter(this MemoryInterface board, ushort tenant, bool gen) =>
        board.Entry<MeterConfig>(
            L.RxMeter.Id, Generation.Bank(gen, (U12)tenant), L.RxMeter.Unpack);

    public static MeterConfig TxMeter(this MemoryInterface board, ushort tenant, bool gen) =>
        board.Entry<MeterConfig>(
            L.TxMeter.Id, Generation.Bank(gen, (U12)tenant), L.TxMeter.Unpack);

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

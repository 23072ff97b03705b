using SmartNic.Hls.Language;
using SmartNic.Kernels;
using L = SmartNic.Registers.TableLayouts;

namespace SmartNic.Driver.Tests.Board;

/// <summary>
/// What packets of a generation find, by the kernels' own hashes and match decisions.
/// </summary>
internal static class Lookups
{
    public static Hit<EndpointValue> Endpoint(this MemoryInterface board, UInt128 ip, bool gen) =>
        Find<EndpointKey, EndpointValue>(board, (L.RxEndpointA.Id, L.RxEndpointB.Id),
            L.RxEndpointA.Depth, new EndpointKey { Ip = ip }, gen, L.RxEndpointA.Unpack);

    public static bool Source(this MemoryInterface board, ushort tenant, UInt128 ip, bool gen) =>
        Find<SourceKey, Nothing>(board, (L.RxSourceA.Id, L.RxSourceB.Id), L.RxSourceA.Depth,
            new SourceKey { Tenant = (U12)tenant, Ip = ip }, gen, L.RxSourceA.Unpack).Found;

    public static ReceivePolicy Policy(this MemoryInterface board, ushort tenant, bool gen) =>
        board.Entry<ReceivePolicy>(
            L.RxPolicy.Id, Generation.Bank(gen, (U12)tenant), L.RxPolicy.Unpack);

    public static Workload Workload(
        this MemoryInterface board, int table, ushort tenant, bool gen) => board.Entry<Workload>(
            table, Generation.Bank(gen, (U12)tenant), L.RxFirewallWorkload.Unpack);

    public static Hit<VniValue> Vni(this MemoryInterface board, uint vni, bool gen) =>
        Find<VniKey, VniValue>(board, (L.RxVniA.Id, L.RxVniB.Id), L.RxVniA.Depth,
            new VniKey { Vni = (U24)vni }, gen, L.RxVniA.Unpack);

    /// <summary>In a table of other hashes.</summary>
    public static Hit<VniValue> Vni(
        this MemoryInterface board, uint vni, bool gen, (uint A, uint B) buckets) =>
        ExactMatch.Find(
            board.Entry<ExactBucket<VniKey, VniValue>>(
                L.RxVniA.Id, buckets.A, L.RxVniA.Unpack),
            board.Entry<ExactBucket<VniKey, VniValue>>(
                L.RxVniB.Id, buckets.B, L.RxVniB.Unpack),
            new VniKey { Vni = (U24)vni }, gen);

    public static Hit<FdbValue> Fdb(
        this MemoryInterface board, ushort tenant, ulong mac, bool gen) =>
        Find<FdbKey, FdbValue>(board, (L.TxFdbA.Id, L.TxFdbB.Id), L.TxFdbA.Depth,
            new FdbKey { Tenant = (U12)tenant, Mac = (U48)mac }, gen, L.TxFdbA.Unpack);

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

    public static MeterConfig TxSendMeter(this MemoryInterface board, ushort tenant, bool gen) =>
        board.Entry<MeterConfig>(
            L.TxSendMeter.Id, Generation.Bank(gen, (U12)tenant), L.TxSendMeter.Unpack);

    private static Hit<TValue> Find<TKey, TValue>(MemoryInterface board, (int A, int B) tables,
        int depth, TKey key, bool gen, UnpackEntry<ExactBucket<TKey, TValue>> unpack)
        where TKey : struct, IKey<TKey>
        where TValue : struct
    {
        var at = ExactMatch.Buckets(key, board.HashKey(gen));
        var mask = (uint)depth - 1;
        return ExactMatch.Find(board.Entry(tables.A, at.A & mask, unpack),
            board.Entry(tables.B, at.B & mask, unpack), key, gen);
    }
}

using SmartNic.Hls.Language;
using SmartNic.Kernels;

namespace SmartNic.Driver.Tests.Board;

/// <summary>
/// What packets of a generation find, by the kernels' own hashes and match decisions.
/// </summary>
internal static class Lookups
{
    public static EndpointHit Endpoint(this MemoryInterface board, uint ip, bool gen)
    {
        var at = Hashes.Endpoint(ip, board.HashKey(gen));
        return Match.Endpoint(board.EndpointA.Read(at.A), board.EndpointB.Read(at.B), ip, gen);
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
        var key = (U24)vni;
        var at = Hashes.Vni(key, board.HashKey(gen));
        return Match.Vni(board.VniA.Read(at.A), board.VniB.Read(at.B), key, gen);
    }

    public static FdbHit Fdb(this MemoryInterface board, ushort tenant, ulong mac, bool gen)
    {
        var (t, m) = ((U12)tenant, (U48)mac);
        var at = Hashes.Fdb(t, m, board.HashKey(gen));
        return Match.Fdb(board.FdbA.Read(at.A), board.FdbB.Read(at.B), t, m, gen);
    }

    public static HostPort Port(this MemoryInterface board, ushort queue, bool gen) =>
        board.Ports.Read(Generation.Bank(gen, (U12)queue));

    public static NextHop NextHop(this MemoryInterface board, ushort hop, bool gen) =>
        board.NextHops.Read(Generation.Bank(gen, (U12)hop));

    public static MeterConfig RxMeter(this MemoryInterface board, ushort tenant, bool gen) =>
        board.RxMeters.Read(Generation.Bank(gen, (U12)tenant));

    public static MeterConfig TxMeter(this MemoryInterface board, ushort tenant, bool gen) =>
        board.TxMeters.Read(Generation.Bank(gen, (U12)tenant));
}

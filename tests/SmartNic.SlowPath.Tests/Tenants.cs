using System.Collections.Frozen;

namespace SmartNic.SlowPath.Tests;

/// <summary>Makes worlds of many tenants with the neighbours of <see cref="Bench.World"/>, and
/// their punts.</summary>
internal static class Tenants
{
    public const uint NoLimit = 100_000_000;

    public static readonly byte[] Broadcast =
        Hex.Bytes("ffffffffffff 020000000101 88b5", new string('5', 92));

    /// <summary>A tenant that answers for 10.0.0.2, with so many flood remotes.</summary>
    public static SlowPathTenant Tenant(
        ushort index, int remotes = 0, uint copiesPerSecond = 10_000, uint? vni = null,
        string? name = null) => new(
            index, vni ?? 1000u + index, index,
            new Dictionary<uint, ulong> { [0x0A000002] = Bench.NeighbourMac }.ToFrozenDictionary(),
            new Dictionary<UInt128, ulong>
            {
                [Bench.NeighbourIp6] = Bench.NeighbourMac,
            }.ToFrozenDictionary(),
            [.. Enumerable.Range(1, remotes).Select(n => (ushort)n)])
    {
        Name = name ?? $"t{index}",
        CopiesPerSecond = copiesPerSecond,
    };

    public static SlowPathWorld World(params SlowPathTenant[] tenants) => new(
        [new SlowPathEndpoint(0, 0xC0A8CB01, Bench.EndpointIp6, Bench.EndpointMac)], tenants);

    /// <summary>A punt of a tenant.</summary>
    public static byte[] Punt(this SlowPathTenant tenant, int reason, byte[] frame)
    {
        byte[] punt = Bench.Punted(reason, frame, tenant.Index);
        punt[9] = (byte)(tenant.Vni >> 16);
        punt[10] = (byte)(tenant.Vni >> 8);
        punt[11] = (byte)tenant.Vni;
        punt[14] = (byte)(tenant.Queue >> 8);
        punt[15] = (byte)tenant.Queue;
        return punt;
    }

    public static IReadOnlyDictionary<string, long> Of(
        this SlowPathEngine engine, SlowPathTenant tenant) =>
        engine.Counters.ByTenant[tenant.Name];
}

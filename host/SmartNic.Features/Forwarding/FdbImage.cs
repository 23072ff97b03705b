using SmartNic.Driver.Tables;
using SmartNic.Hls.Language;
using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>
/// The forwarding table as it was at one moment, bucket for bucket as a board has it; looked up as
/// the kernel does. Immutable.
/// </summary>
public sealed class FdbImage
{
    private readonly ExactBucket<FdbKey, FdbValue>[] _a;
    private readonly ExactBucket<FdbKey, FdbValue>[] _b;
    private readonly ulong _hashKey;
    private readonly bool _generation;

    private FdbImage(ExactTable table, ulong hashKey, bool generation)
    {
        _hashKey = hashKey;
        _generation = generation;
        var layout = new FdbLayout();
        _a = new ExactBucket<FdbKey, FdbValue>[table.BucketCount / 2];
        _b = new ExactBucket<FdbKey, FdbValue>[_a.Length];
        for (var i = 0; i < _a.Length; i++)
        {
            _a[i] = layout.Bucket(table.Bucket(i));
            _b[i] = layout.Bucket(table.Bucket(_a.Length + i));
        }
    }

    /// <summary>A table without entries.</summary>
    public static FdbImage Empty { get; } = Of([]);

    /// <summary>The next hop of a tenant's destination.</summary>
    /// <param name="tenant">Tenant index, 1 to 4095.</param>
    /// <param name="mac">Inner destination address as a number.</param>
    /// <param name="nextHop">Its next hop; 0 when there is none.</param>
    public bool TryFind(ushort tenant, ulong mac, out ushort nextHop)
    {
        var key = new FdbKey { Tenant = (U12)tenant, Mac = (U48)mac };
        var at = ExactMatch.Buckets(key, _hashKey);
        var mask = _a.Length - 1;
        var hit = ExactMatch.Find(_a[at.A & mask], _b[at.B & mask], key, _generation);
        nextHop = hit.Found ? (ushort)hit.Value.NextHop : (ushort)0;
        return hit.Found;
    }

    /// <summary>
    /// A table with these entries, placed as the driver places them on an empty board.
    /// </summary>
    /// <exception cref="InvalidOperationException">They do not fit, or one comes twice.
    /// </exception>
    public static FdbImage Of(IEnumerable<(ushort Tenant, ulong Mac, ushort NextHop)> entries)
    {
        var table = new ExactTable(new FdbLayout());
        table.Begin(0, 0);
        foreach (var (tenant, mac, nextHop) in entries)
        {
            if (!table.Want(FdbLayout.Key(tenant, new(mac)), nextHop, tenant))
            {
                throw new InvalidOperationException($"tenant {tenant} has {mac:x12} twice");
            }
        }

        var unplaced = new List<Unplaced>();
        if (table.Place(unplaced) is { } error)
        {
            throw new InvalidOperationException(error);
        }

        return unplaced.Count == 0
            ? new FdbImage(table, 0, generation: true)
            : throw new InvalidOperationException($"{unplaced[0]}");
    }

    /// <summary>Tenants that have other entries here than in another image.</summary>
    public IReadOnlySet<ushort> Differing(FdbImage other)
    {
        var tenants = new HashSet<ushort>();
        if (!ReferenceEquals(this, other))
        {
            AddDiffering(other, tenants);
            other.AddDiffering(this, tenants);
        }

        return tenants;
    }

    /// <summary>The driver's truth, between two transactions: both generations are equal.</summary>
    internal static FdbImage Of(ExactTable table) => new(table, table.HashKey, generation: false);

    private void AddDiffering(FdbImage other, HashSet<ushort> tenants)
    {
        foreach (var bucket in _a.Concat(_b))
        {
            foreach (var entry in (ReadOnlySpan<ExactEntry<FdbKey, FdbValue>>)
                [bucket.E0, bucket.E1, bucket.E2, bucket.E3])
            {
                var value = (_generation ? entry.Value1 : entry.Value0).NextHop;
                if (Generation.Alive(entry.Gen, _generation)
                    && !(other.TryFind((ushort)entry.Key.Tenant, (ulong)entry.Key.Mac, out var hop)
                        && hop == (ushort)value))
                {
                    tenants.Add((ushort)entry.Key.Tenant);
                }
            }
        }
    }
}

using SmartNic.Driver.Tables;
using SmartNic.Hls.Language;
using SmartNic.Kernels;
using SmartNic.Registers;

namespace SmartNic.Features;

/// <summary>
/// The forwarding table as it was at one moment, bucket for bucket as a board has it; looked up as
/// the kernel does. Immutable; an image shares with the one before it what did not change.
/// </summary>
public sealed class FdbImage
{
    // Copied for one entry: a page, and the list of pages. 32 keeps both at 4 KiB.
    private const int BucketsPerPage = 32;

    private readonly ExactBucket<FdbKey, FdbValue>[][] _pages;
    private readonly ulong _hashKey;
    private readonly bool _generation;

    private FdbImage(ExactBucket<FdbKey, FdbValue>[][] pages, ulong hashKey, bool generation) =>
        (_pages, _hashKey, _generation) = (pages, hashKey, generation);

    private FdbImage(ExactTable<FdbKey, FdbValue> table, ulong hashKey, bool generation)
        : this(new ExactBucket<FdbKey, FdbValue>[table.BucketCount / BucketsPerPage][], hashKey,
            generation)
    {
        for (var i = 0; i < table.BucketCount; i++)
        {
            (_pages[i / BucketsPerPage] ??= new ExactBucket<FdbKey, FdbValue>[BucketsPerPage])
                [i % BucketsPerPage] = ExactLayout<FdbKey, FdbValue>.Bucket(table.Bucket(i));
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
        var half = (uint)(_pages.Length * BucketsPerPage / 2);
        var hit = ExactMatch.Find(
            Bucket(at.A & (half - 1)), Bucket(half + (at.B & (half - 1))), key, _generation);
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
        var table = new ExactTable<FdbKey, FdbValue>(
            TableLayouts.TxFdbA.Layout, TableLayouts.TxFdbB.Layout);
        table.BeginWorld(0, 0);
        foreach (var (tenant, mac, nextHop) in entries)
        {
            var key = new FdbKey { Tenant = (U12)tenant, Mac = (U48)mac };
            if (!table.Want(key, new FdbValue { NextHop = (U12)nextHop }, tenant))
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
    internal static FdbImage Of(ExactTable<FdbKey, FdbValue> table)
    {
        table.ForgetNews();
        return new FdbImage(table, table.HashKey, generation: false);
    }

    /// <summary>The same, when this is what it was when it was asked for last.</summary>
    internal FdbImage After(ExactTable<FdbKey, FdbValue> table)
    {
        if (table.HashKey != _hashKey)
        {
            return Of(table);
        }

        if (table.News.IsEmpty)
        {
            return this;
        }

        var pages = _pages.AsSpan().ToArray();
        foreach (var bucket in table.News)
        {
            ref var page = ref pages[bucket / BucketsPerPage];
            if (ReferenceEquals(page, _pages[bucket / BucketsPerPage]))
            {
                page = page.AsSpan().ToArray();
            }

            page[bucket % BucketsPerPage] =
                ExactLayout<FdbKey, FdbValue>.Bucket(table.Bucket(bucket));
        }

        table.ForgetNews();
        return new FdbImage(pages, _hashKey, _generation);
    }

    private ref readonly ExactBucket<FdbKey, FdbValue> Bucket(uint bucket) =>
        ref _pages[bucket / BucketsPerPage][bucket % BucketsPerPage];

    private void AddDiffering(FdbImage other, HashSet<ushort> tenants)
    {
        for (var i = 0; i < _pages.Length; i++)
        {
            if (!ReferenceEquals(_pages[i], other._pages[i]))
            {
                AddDiffering(_pages[i], other, tenants);
            }
        }
    }

    private void AddDiffering(
        ExactBucket<FdbKey, FdbValue>[] page, FdbImage other, HashSet<ushort> tenants)
    {
        foreach (var bucket in page)
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

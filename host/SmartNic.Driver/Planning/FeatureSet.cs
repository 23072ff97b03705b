using SmartNic.Driver.Tables;

namespace SmartNic.Driver.Planning;

/// <summary>The features of one gateway, made anew for each board.</summary>
internal sealed class FeatureSet
{
    /// <summary>Puts features together.</summary>
    /// <param name="features">In the order in which they are asked.</param>
    /// <param name="owners">Indices of those who own entries, which are their host queues too.
    /// </param>
    /// <param name="words">What they are called.</param>
    /// <param name="empty">The configuration that wishes nothing.</param>
    public FeatureSet(
        IReadOnlyList<IFeature> features, IndexBook owners, OwnerWords words, IConfig empty)
    {
        (All, Owners, Words, Empty) = (features, owners, words, empty);
        Exact = [.. features.SelectMany(f => f.Exact)
            .OrderBy(t => Direction(t.Layout.Name)).ThenBy(t => t.Layout.Ids.A)];
        Direct = [.. features.SelectMany(f => f.Direct)
            .OrderBy(t => Direction(t.Info.Name)).ThenBy(t => t.Info.Id)];
        Tables = [.. Exact, .. Direct];
        Books = [.. features.SelectMany(f => f.Books)];
    }

    /// <summary>The features.</summary>
    public IReadOnlyList<IFeature> All { get; }

    /// <summary>Indices of those who own entries.</summary>
    public IndexBook Owners { get; }

    /// <summary>What they are called.</summary>
    public OwnerWords Words { get; }

    /// <summary>The configuration that wishes nothing.</summary>
    public IConfig Empty { get; }

    /// <summary>The exact-match tables: those of packets from the wire first.</summary>
    public IReadOnlyList<IExactTable> Exact { get; }

    /// <summary>The direct-index tables, in the same order.</summary>
    public IReadOnlyList<DirectTable> Direct { get; }

    /// <summary>All tables, in the order in which they are written.</summary>
    public IReadOnlyList<ITable> Tables { get; }

    /// <summary>All names that have indices.</summary>
    public IReadOnlyList<IndexBook> Books { get; }

    // Names of tables begin with the pipeline that reads them: rx is before tx.
    private static int Direction(string table) => table[0];
}

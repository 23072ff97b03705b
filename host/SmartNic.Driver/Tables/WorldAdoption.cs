using SmartNic.Driver.Planning;

namespace SmartNic.Driver.Tables;

/// <content>
/// Takes over a board that forwards already: first what is in its tables, then whose it is.
/// </content>
internal sealed partial class World
{
    private Dictionary<IndexBook, ushort[]> _used = [];
    private bool _isAdopted;
    private bool _isKeyStale;

    /// <summary>Whether the hash key of the other generation is to be written before the flip.
    /// </summary>
    public bool MustWriteKey => IsRekeyed || _isKeyStale;

    /// <summary>Owners' indices that the board had when it was taken over.</summary>
    public IReadOnlyList<ushort> AdoptedOwners => UsedOf(Owners);

    /// <summary>Reads all tables back; writes nothing, and packets see nothing of it.</summary>
    /// <param name="reader">Reads the board.</param>
    /// <param name="generation">Generation in force.</param>
    /// <exception cref="DeviceLostException">The device does not answer.</exception>
    public void Adopt(TableReader reader, int generation)
    {
        HashKey = reader.HashKey(generation);
        _isKeyStale = HashKey != reader.HashKey(1 - generation);
        foreach (var table in Exact)
        {
            table.Adopt(reader, generation, HashKey);
        }

        foreach (var table in Direct.OrderBy(table => table.Gate is not null))
        {
            table.Adopt(reader, generation);
        }

        foreach (var feature in Features.All)
        {
            feature.Adopt(reader);
        }

        _used = Features.All.SelectMany(feature => feature.Used())
            .Where(used => used.Index != 0)
            .GroupBy(used => used.Book, used => used.Index)
            .ToDictionary(book => book.Key, book => (ushort[])[.. book.Distinct().Order()]);
        _isAdopted = true;
        ForgetNames();
    }

    /// <summary>The configuration planned or in force, with its indices.</summary>
    public KnownWorld Known(IConfig config, bool isPlan) => new(
        config, Features.Books.ToDictionary(book => book.Kind, book => book.Indices(isPlan)));

    /// <summary>Whether the board is exactly in a world; then its names are in force.</summary>
    /// <param name="known">The world.</param>
    /// <param name="generation">Generation in force.</param>
    /// <param name="nowNs">The board's time.</param>
    public bool IsIn(KnownWorld known, int generation, ulong nowNs)
    {
        ForgetNames();
        Name(known);
        var plan = PlanNamed(known.Config, generation, nowNs, HashKey);
        if (plan.Errors.Count + plan.Unplaced.Count > 0)
        {
            return false;
        }

        if (HasWork)
        {
            Rollback();
            return false;
        }

        Commit();
        return true;
    }

    /// <summary>
    /// Names what is on the board by what was known of it, as far as the two agree.
    /// </summary>
    public void Name(KnownWorld known)
    {
        foreach (var feature in Features.All)
        {
            feature.Name(known);
        }
    }

    /// <summary>Who comes again shall have the index that it had, where that is free.</summary>
    public void Prefer(KnownWorld known)
    {
        foreach (var book in Features.Books)
        {
            book.Prefer(known.IndicesOf(book.Kind));
        }
    }

    /// <summary>Gives up the names that were tried.</summary>
    public void ForgetNames()
    {
        foreach (var book in Features.Books)
        {
            book.Adopt(UsedOf(book));
        }
    }

    private ushort[] UsedOf(IndexBook book) => _used.GetValueOrDefault(book, []);

    private void NameByContent(IConfig config)
    {
        if (!_isAdopted)
        {
            return;
        }

        foreach (var feature in Features.All)
        {
            feature.NameByContent(config);
        }
    }
}

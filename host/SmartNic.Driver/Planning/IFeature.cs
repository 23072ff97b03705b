using SmartNic.Driver.Tables;

namespace SmartNic.Driver.Planning;

/// <summary>
/// A feature, as the driver asks it: which tables it fills, and with what. The driver decides where
/// entries lie and when packets see them; what they mean is the feature's. One object serves one
/// board, and is called in its turn.
/// </summary>
internal interface IFeature
{
    /// <summary>The exact-match tables that it fills.</summary>
    IReadOnlyList<IExactTable> Exact => [];

    /// <summary>The direct-index tables that it fills.</summary>
    IReadOnlyList<DirectTable> Direct => [];

    /// <summary>The names of a configuration to which it gives indices.</summary>
    IReadOnlyList<IndexBook> Books => [];

    /// <summary>What a board cannot do of a configuration.</summary>
    IEnumerable<string> BoardErrors(IConfig config, BoardInfo board) => [];

    /// <summary>A plan starts; the tables know.</summary>
    void Begin()
    {
    }

    /// <summary>Says what a configuration wishes in the tables; all names have indices.</summary>
    /// <param name="config">The new world.</param>
    /// <param name="turn">The board's time, and who is told what is wrong.</param>
    void Want(IConfig config, PlanTurn turn);

    /// <summary>The plan is in force.</summary>
    void Commit()
    {
    }

    /// <summary>
    /// Says what a change puts in the tables and removes, by what is in force; names keep their
    /// indices.
    /// </summary>
    /// <param name="change">The change.</param>
    /// <param name="turn">The board's time, and who is told what is wrong.</param>
    void Want(IChange change, PlanTurn turn)
    {
    }

    /// <summary>The change is in force.</summary>
    void CommitChange()
    {
    }

    /// <summary>Takes over a board whose tables have been read back.</summary>
    /// <param name="reader">Reads what else is needed, when it is needed.</param>
    void Adopt(TableReader reader)
    {
    }

    /// <summary>Indices that the tables hold; zero is nobody's.</summary>
    IEnumerable<UsedIndex> Used() => [];

    /// <summary>
    /// Names what is on the board by what was known of it, as far as the two agree.
    /// </summary>
    void Name(KnownWorld known)
    {
    }

    /// <summary>
    /// Before the first plan on a board that was taken over: names what nobody named by what is on
    /// the board, so that who is configured anew but forwards already keeps its index.
    /// </summary>
    void NameByContent(IConfig config)
    {
    }
}

/// <summary>An index that an entry on the board names.</summary>
/// <param name="Book">Whose indices.</param>
/// <param name="Index">The index.</param>
internal readonly record struct UsedIndex(IndexBook Book, ushort Index);

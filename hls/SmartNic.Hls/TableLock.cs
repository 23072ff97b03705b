using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SmartNic.Hls;

/// <summary>
/// The ids of tables on the table bus: a line for each, <c>ID NAME</c>, in rising order. Lines are
/// only ever added: an id is what drivers and boards of other versions know a table by, so that of
/// a table that is gone is never given to another.
/// </summary>
public sealed class TableLock
{
    /// <summary>Ids that the table bus can tell apart.</summary>
    public const int MaxTables = 256;

    private const string Header = "# Ids of tables, append-only: see hls/docs/LANGUAGE.md. "
        + "Written by snic-hls build --shell.\n";

    private readonly Dictionary<string, int> _ids = [];
    private int _next;

    /// <summary>Names and ids, in the order of the ids.</summary>
    public IEnumerable<(int Id, string Name)> All =>
        _ids.Select(i => (i.Value, i.Key)).OrderBy(i => i.Value);

    /// <summary>The file's text.</summary>
    public string Text => All.Aggregate(new StringBuilder(Header),
        (text, i) => text.Append(CultureInfo.InvariantCulture, $"{i.Id} {i.Name}\n")).ToString();

    /// <summary>Reads a lock.</summary>
    /// <param name="text">Its text; empty for a new one.</param>
    /// <param name="path">Its file, for errors.</param>
    /// <exception cref="InvalidDataException">A line that is not as expected.</exception>
    public static TableLock Parse(string text, string path)
    {
        ArgumentNullException.ThrowIfNull(text);
        var ids = new TableLock();
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].TrimEnd('\r');
            if (line.Length == 0 || line[0] == '#') continue;
            InvalidDataException Wrong(string why) => new($"{path}:{i + 1}: {why}: {line}");
            if (Entry.Match(line) is not { Success: true } entry)
                throw Wrong("expected an id and a name in snake_case");
            int id = int.Parse(entry.Groups[1].Value, CultureInfo.InvariantCulture);
            if (id < ids._next) throw Wrong($"expected an id of at least {ids._next}");
            if (id >= MaxTables) throw Wrong($"expected an id below {MaxTables}");
            if (!ids._ids.TryAdd(entry.Groups[2].Value, id)) throw Wrong("a name a second time");
            ids._next = id + 1;
        }
        return ids;
    }

    /// <summary>The id of a table: what it has, or the next one.</summary>
    /// <exception cref="InvalidDataException">There are no more ids.</exception>
    public int IdOf(string name)
    {
        if (_ids.TryGetValue(name, out int id)) return id;
        if (_next == MaxTables)
            throw new InvalidDataException($"{name}: the table bus has {MaxTables} ids, and all "
                + "were used; those of tables that are gone are not given again");
        _ids.Add(name, _next);
        return _next++;
    }

    private static readonly Regex Entry = new("^([0-9]{1,3}) ([a-z][a-z0-9_]{0,63})$");
}

using SmartNic.Registers;

namespace SmartNic.Driver.Tables;

/// <summary>What tells one exact-match table from another: its two memories in the manifest.
/// </summary>
internal abstract class ExactLayout
{
    /// <summary>Slots of a bucket.</summary>
    public const int SlotsPerBucket = 4;

    /// <summary>
    /// How full a table gets, in percent, before an entry finds no place: cuckoo placement with
    /// four slots a bucket fills to 97 on average.
    /// </summary>
    public const int FullPercent = 95;

    private readonly TableInfo _a;
    private readonly TableInfo _b;
    private readonly (string Name, EntryField Field)[] _columns;

    /// <param name="a">Memory a.</param>
    /// <param name="b">Memory b.</param>
    protected ExactLayout(TableInfo a, TableInfo b)
    {
        (_a, _b) = (a, b);
        _columns = [.. Columns()];
    }

    /// <summary>Name, without <c>_a</c> or <c>_b</c>.</summary>
    public string Name => _a.Name[..^"_a".Length];

    /// <summary>Table ids of memories a and b.</summary>
    public (int A, int B) Ids => (_a.Id, _b.Id);

    /// <summary>Buckets of each memory.</summary>
    public int Buckets => _a.Depth;

    /// <summary>Words of a bucket.</summary>
    public int Words => _a.Words;

    /// <summary>Fields of a slot of a bucket.</summary>
    public IReadOnlyList<EntryField> Fields(int slot) =>
        [.. _a.Fields.Where(f => f.Path.StartsWith(Prefix(slot), StringComparison.Ordinal))];

    /// <summary>The field of a slot that says for which generations it is alive.</summary>
    public EntryField Gen(int slot) => _a.Fields.Single(f => f.Path == $"{Prefix(slot)}Gen");

    /// <summary>Names and values of an entry's fields; the entry is alone in a bucket's words.
    /// </summary>
    protected IEnumerable<(string Name, string Value)> Columns(uint[] words) =>
        _columns.Select(c => (c.Name, EntryText.Value(c.Field, words)));

    /// <summary>What the names of a slot's fields begin with.</summary>
    public static string Prefix(int slot) => $"E{slot}.";

    private IEnumerable<(string Name, EntryField Field)> Columns()
    {
        var fields = Fields(0);
        var paths = fields.Select(f => f.Path[Prefix(0).Length..]).ToArray();
        var seen = new HashSet<string>();
        for (var i = 0; i < paths.Length; i++)
        {
            if (fields[i] != Gen(0) && NameOf(paths[i], paths) is { } name)
            {
                // A value may have a field that is called as one of the key.
                yield return (seen.Add(name) ? EntryText.Name(name)
                    : EntryText.Name($"Value.{name}"), fields[i]);
            }
        }
    }

    /// <summary>
    /// What a field is called; null when it is for packets of generation 1. What an entry has once
    /// for each generation is in members that end with its number.
    /// </summary>
    private static string? NameOf(string path, string[] paths)
    {
        var member = path.Split('.')[0];
        var (stem, rest) = (member[..^1], path[member.Length..]);
        if (!paths.Contains($"{stem}0{rest}") || !paths.Contains($"{stem}1{rest}"))
        {
            return rest.Length > 0 ? rest[1..] : member;
        }

        return member[^1] == '1' ? null : rest.Length > 0 ? rest[1..] : stem;
    }
}

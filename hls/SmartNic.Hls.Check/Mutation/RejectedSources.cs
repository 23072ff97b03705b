namespace SmartNic.Hls.Check.Mutation;

/// <summary>Sources that have to be rejected; <c>[|</c> and <c>|]</c> mark the place.</summary>
internal sealed class RejectedSources
{
    private readonly (string Path, string Text)[] _sources;
    private readonly string[] _right;

    /// <param name="folder">A file per source.</param>
    public RejectedSources(string folder)
    {
        _sources = [.. Directory.GetFiles(folder, "*.cs").Order(StringComparer.Ordinal).Select(
            f => (Path.GetFileName(f), File.ReadAllText(f).Replace("[|", "").Replace("|]", "")))];
        _right = Ladder.Refusals(_sources);
    }

    /// <summary>The first source of which a changed compiler says something else; null when
    /// there is none.</summary>
    public string? Judge(MutantContext context)
    {
        string[] changed = context.Method<Func<(string, string)[], string[]>>(
            nameof(Ladder.Refusals))(_sources);
        int at = Enumerable.Range(0, changed.Length).FirstOrDefault(
            i => changed[i] != _right[i], -1);
        return at < 0 ? null : $"reject: {_sources[at].Path}: {changed[at]}";
    }
}

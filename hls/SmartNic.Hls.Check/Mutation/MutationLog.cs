using System.Text.Json;

namespace SmartNic.Hls.Check.Mutation;

/// <summary>Results of a run as JSON lines, so that one that is ended early is not
/// lost.</summary>
public sealed class MutationLog
{
    private readonly string? _path;
    private readonly Dictionary<string, MutantResult> _done = [];

    private MutationLog(string? path) => _path = path;

    /// <summary>Results of earlier runs, by error.</summary>
    public IReadOnlyDictionary<string, MutantResult> Done => _done;

    /// <summary>Reads what is there; a file that is not there is empty.</summary>
    /// <param name="path">File, or null to keep nothing.</param>
    /// <exception cref="IOException">A line is no result.</exception>
    public static MutationLog Open(string? path)
    {
        var log = new MutationLog(path);
        if (!File.Exists(path)) return log;
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            try
            {
                var result = JsonSerializer.Deserialize<MutantResult>(line)!;
                log._done[result.Mutant] = result;
            }
            catch (JsonException error)
            {
                throw new IOException($"{path}({number}): not a line of a mutation log: "
                    + $"{error.Message}; take it out, or give another file");
            }
        }
        return log;
    }

    /// <summary>Appends a result.</summary>
    public void Add(MutantResult result)
    {
        if (_path != null) File.AppendAllLines(_path, [JsonSerializer.Serialize(result)]);
    }
}

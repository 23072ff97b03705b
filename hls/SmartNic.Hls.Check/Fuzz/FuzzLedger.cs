using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using SmartNic.Hls.Language;

namespace SmartNic.Hls.Check.Fuzz;

/// <summary>
/// Ranges of seeds that were run, a line of JSON each. A run that was ended goes on from there; a
/// range that another compiler ran, or that failed, is run again.
/// </summary>
public sealed class FuzzLedger
{
    /// <summary>Programs of a range: what a run that is ended loses at most.</summary>
    public const int RangePrograms = 512;

    private readonly string _path;
    private readonly List<FuzzRange> _ranges = [];

    private FuzzLedger(string path) => _path = path;

    /// <summary>What runs: compiler, language and grammar, by the version identifiers of their
    /// modules, which follow from their sources.</summary>
    public static string ThisCompiler { get; } = Convert.ToHexStringLower(SHA256.HashData(
        [.. new[] { typeof(Compiler), typeof(Window), typeof(FuzzLedger) }
            .SelectMany(t => t.Assembly.ManifestModule.ModuleVersionId.ToByteArray())]))[..8];

    /// <summary>All ranges, in the order in which they were run.</summary>
    public IReadOnlyList<FuzzRange> Ranges => _ranges;

    /// <summary>Reads what is there; a file that is not there is empty.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">A line is no range.</exception>
    public static FuzzLedger Open(string path)
    {
        var ledger = new FuzzLedger(path);
        int number = 0;
        foreach (string line in File.Exists(path) ? File.ReadLines(path) : [])
        {
            number++;
            try
            {
                ledger._ranges.Add(JsonSerializer.Deserialize<FuzzRange>(line)!);
            }
            catch (JsonException error)
            {
                throw new IOException($"{path}({number}): not a line of a fuzzing ledger: "
                    + $"{error.Message}; take it out, or give another file");
            }
        }
        return ledger;
    }

    /// <summary>Whether this compiler ran these programs, without a failure.</summary>
    /// <param name="seed">Seed of the first one.</param>
    /// <param name="programs">Number of programs.</param>
    public bool Has(int seed, int programs) => _ranges.Any(r => r.Compiler == ThisCompiler
        && r.Seed == (uint)seed && r.Programs >= programs && r.Failed.Count == 0);

    /// <summary>Appends a range.</summary>
    /// <param name="range">The range.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Add(FuzzRange range)
    {
        _ranges.Add(range);
        File.AppendAllLines(_path, [JsonSerializer.Serialize(range)]);
    }

    /// <summary>The ledger as a table: consecutive ranges of a compiler and a day are a
    /// line.</summary>
    public string Table()
    {
        var lines = new List<FuzzRange>();
        foreach (var range in _ranges)
        {
            if (lines.Count > 0 && Follows(range, lines[^1]))
                lines[^1] = Joined(lines[^1], range);
            else
                lines.Add(range);
        }
        return "| day | compiler | first seed | programs | compared | rejected | JIT faults "
            + "| failed | programs/s |\n|---|---|--:|--:|--:|--:|--:|---|--:|\n"
            + string.Concat(lines.Select(Line));
    }

    private static bool Follows(FuzzRange range, FuzzRange last) =>
        (last.Compiler, last.Day, unchecked(last.Seed + (uint)last.Programs))
            == (range.Compiler, range.Day, range.Seed);

    private static FuzzRange Joined(FuzzRange a, FuzzRange b) => a with
    {
        Programs = a.Programs + b.Programs,
        Compared = a.Compared + b.Compared,
        Rejected = a.Rejected + b.Rejected,
        JitFaults = a.JitFaults + b.JitFaults,
        Failed = [.. a.Failed, .. b.Failed],
        Ms = a.Ms + b.Ms,
    };

    private static string Line(FuzzRange r) => string.Create(CultureInfo.InvariantCulture,
        $"| {r.Day} | {r.Compiler} | {r.Seed} | {r.Programs} | {r.Compared} | {r.Rejected} "
        + $"| {r.JitFaults} | {(r.Failed.Count == 0 ? "none" : string.Join(", ", r.Failed))} "
        + $"| {r.Programs * 1000.0 / Math.Max(1, r.Ms):0.0} |\n");
}

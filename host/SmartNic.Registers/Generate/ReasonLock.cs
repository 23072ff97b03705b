using System.Text.RegularExpressions;

namespace SmartNic.Registers;

/// <summary>
/// The numbers of the reasons for ever: a line for each, in the order in which they came. Lines are
/// only ever added: a number is what counters of other versions are known by, so that of a reason
/// that is gone, whose line a person marks as retired, is never given to another.
/// </summary>
public static partial class ReasonLock
{
    /// <summary>Where it lies.</summary>
    public const string Path = "hls/kernels/reasons.lock";

    /// <summary>The lock of a repository, with the reasons of today.</summary>
    /// <exception cref="InvalidDataException">It says otherwise.</exception>
    public static GeneratedFile Of(string root) => new(Path, Complete(
        File.ReadAllText(System.IO.Path.Combine(root, Path)),
        [.. ReasonConstants.All().Select(r => r.Info)]));

    /// <summary>A lock, with lines for what is new.</summary>
    /// <param name="text">The lock.</param>
    /// <param name="reasons">The reasons of today, in the order of their numbers.</param>
    /// <exception cref="InvalidDataException">A line that is not as expected, a number that moved
    /// or is used again, a reason that is gone and not retired.</exception>
    public static string Complete(string text, IReadOnlyList<ReasonInfo> reasons)
    {
        var lines = Read(text);
        foreach (var line in lines)
        {
            var today = reasons.FirstOrDefault(r => r.Name == line.Name);
            var other = reasons.FirstOrDefault(r => (byte)r.Number == line.Number);
            if (other is not null && (line.IsRetired || other != today))
            {
                throw Wrong($"0x{line.Number:x2} is {line.Name}'s for ever"
                    + (line.IsRetired ? ", and retired" : $", and not {other.Name}'s")
                    + ": take a number that no line has");
            }

            if (today is not null && other is null)
            {
                throw Wrong($"{line.Name} is 0x{line.Number:x2} for ever, and not "
                    + $"0x{(byte)today.Number:x2}");
            }

            if (today is null && !line.IsRetired)
            {
                throw Wrong($"{line.Name} is gone: write \"retired\" behind its line, for what "
                    + "was counted so");
            }
        }

        var known = lines.Select(l => l.Name).ToHashSet();
        return text + string.Concat(reasons.Where(r => !known.Contains(r.Name))
            .Select(r => $"0x{(byte)r.Number:x2} {r.Name}\n"));
    }

    private static List<(byte Number, string Name, bool IsRetired)> Read(string text)
    {
        List<(byte Number, string Name, bool IsRetired)> lines = [];
        foreach (var line in text.Split('\n').Where(l => l.Length > 0 && l[0] != '#'))
        {
            if (Line().Match(line) is not { Success: true } match)
            {
                throw Wrong("expected 0xNN, a name in snake case, and \"retired\" or nothing: "
                    + line);
            }

            (byte Number, string Name, bool IsRetired) read = (
                Convert.ToByte(match.Groups[1].Value, 16), match.Groups[2].Value,
                match.Groups[3].Success);
            if (lines.Any(l => l.Number == read.Number || l.Name == read.Name))
            {
                throw Wrong($"a number or a name a second time: {line}");
            }

            lines.Add(read);
        }

        return lines;
    }

    private static InvalidDataException Wrong(string why) => new($"{Path}: {why}");

    [GeneratedRegex("^0x([0-9a-f]{2}) ([a-z][a-z0-9_]*)( retired)?$")]
    private static partial Regex Line();
}

using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SmartNic.Kernels;

namespace SmartNic.Registers;

/// <summary>The reasons that the kernels have: constants, and what their documentation says.
/// </summary>
public static partial class ReasonConstants
{
    private const string Field = "F:SmartNic.Kernels.";

    private static readonly Lazy<Dictionary<string, string>> Summaries = new(() => XDocument
        .Load(Path.Combine(AppContext.BaseDirectory, "SmartNic.Kernels.xml"))
        .Descendants("member").ToDictionary(
            m => (string)m.Attribute("name")!,
            m => Space().Replace(m.Element("summary")?.Value ?? "", " ").Trim()));

    /// <summary>Name in C# and the reason, in the order of the numbers.</summary>
    /// <exception cref="InvalidDataException">Two have one number, or one has no direction or no
    /// class.</exception>
    public static IReadOnlyList<(string Constant, ReasonInfo Info)> All()
    {
        List<(string Constant, ReasonInfo Info)> all =
            [.. typeof(Reasons).GetFields().Where(f => f.IsLiteral).Select(f => (f.Name, Info(f)))];
        all.Sort((a, b) => a.Info.Number.CompareTo(b.Info.Number));
        var same = all.GroupBy(r => r.Info.Number).FirstOrDefault(g => g.Count() > 1);
        return same is null ? all : throw new InvalidDataException(
            $"{string.Join(" and ", same.Select(r => r.Constant))} are both reason "
            + $"0x{same.Key:x}: give one of them another number");
    }

    /// <summary>The classes, in the order of their numbers.</summary>
    public static IReadOnlyList<OutcomeInfo> Outcomes() =>
        [.. Enum.GetValues<Outcome>().Select(o => new OutcomeInfo(o, Snake($"{o}")))];

    /// <summary>What a constant of the reasons means.</summary>
    public static string MeaningOf(string constant) =>
        Summaries.Value[$"{Field}{nameof(Reasons)}.{constant}"];

    /// <summary>What a class means.</summary>
    public static string MeaningOf(Outcome outcome) =>
        Summaries.Value[$"{Field}{nameof(Outcome)}.{outcome}"];

    private static ReasonInfo Info(FieldInfo field)
    {
        var info = new ReasonInfo(
            (Reason)field.GetRawConstantValue()!, Snake(field.Name),
            field.GetCustomAttribute<CountedInAttribute>()?.Directions ?? default);
        return info.Directions != default && Enum.IsDefined(info.Outcome)
            && info.Number != Reason.None
            ? info
            : throw new InvalidDataException(
                $"reason {field.Name}: expected [CountedIn] with a direction, and a number of a "
                + "class");
    }

    private static string Snake(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}

using System.Globalization;

namespace SmartNic.Demo;

/// <summary>The scenarios that there are: a folder and its steps each.</summary>
public static class ScenarioCatalog
{
    /// <summary>What means all of them.</summary>
    public const string All = "all";

    private static readonly IScenario[] Steps = [new FirewallScenario()];

    /// <summary>Scenarios of a name, of a row of the list of systems, or all.</summary>
    /// <exception cref="DemoException">There is none.</exception>
    public static IReadOnlyList<(ScenarioPlan Plan, IScenario Steps)> Find(string system)
    {
        (ScenarioPlan Plan, IScenario Steps)[] all =
        [
            .. Steps.Select(s => (ScenarioPlan.Read(Path.Combine(Folder(), s.Name)), s))
                .OrderBy(s => s.Item1.Row),
        ];
        (ScenarioPlan Plan, IScenario Steps)[] found =
            [.. all.Where(s => system == All || IsCalled(s.Plan, system))];
        return found.Length > 0 ? found : throw new DemoException(
            $"there is no scenario {system}; there are: "
            + string.Join(", ", all.Select(s => $"{s.Plan.Row} {s.Plan.Name}")));
    }

    private static bool IsCalled(ScenarioPlan plan, string system) =>
        system == plan.Name || system == plan.Row.ToString(CultureInfo.InvariantCulture);

    private static string Folder() => Path.Combine(Paths.Repository(), "sim", "scenarios");
}

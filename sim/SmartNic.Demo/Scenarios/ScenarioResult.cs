using System.Text.Json;

namespace SmartNic.Demo;

/// <summary>How a scenario went.</summary>
/// <param name="Row">Its row in the list of systems.</param>
/// <param name="Name">Its name.</param>
/// <param name="Board">What the board was made of.</param>
/// <param name="Mode"><c>live</c>, or <c>replay</c>: where namespaces are refused nothing of it
/// could be seen at a peer.</param>
/// <param name="Expectations">Each expectation.</param>
/// <param name="Met">All are met, live, and without the mechanism the claim is not.</param>
/// <param name="Seconds">How long it took, s.</param>
public sealed record ScenarioResult(
    int Row, string Name, string Board, string Mode,
    IReadOnlyList<ScenarioExpectation> Expectations, bool Met, double Seconds)
{
    /// <summary>Mode of a run with peers.</summary>
    public const string Live = "live";

    /// <summary>Mode without them.</summary>
    public const string Replay = "replay";

    /// <summary>Writes what later programs read.</summary>
    public static void Write(string path, IReadOnlyList<ScenarioResult> results) =>
        File.WriteAllText(path, JsonSerializer.Serialize(
            results, ScenarioJson.Default.IReadOnlyListScenarioResult) + "\n");
}

/// <summary>An expectation, and what came of it.</summary>
/// <param name="Number">Its number, such as 4.1.</param>
/// <param name="Text">What is expected.</param>
/// <param name="Met">Whether it came.</param>
/// <param name="Figures">What was seen.</param>
public sealed record ScenarioExpectation(string Number, string Text, bool Met, string Figures);

using System.Text.Json;

namespace SmartNic.Cli.Control;

/// <summary>One request to the attached gateway: a line of JSON.</summary>
/// <param name="Protocol">Version of the protocol, see <see cref="ControlProtocol"/>.</param>
/// <param name="Verb">What to do: <c>config.apply</c>, <c>tenant.list</c> and so on.</param>
/// <param name="Name">What to do it to, where the verb needs it; with <c>counter.list</c> and
/// <c>tenant.list</c> whose counters are to be of now, all without it; with <c>board.audit</c>
/// <c>repair</c> or nothing.</param>
/// <param name="Text">A configuration, for <c>config.apply</c>; a packet, for
/// <c>firewall.explain</c>.</param>
/// <param name="File">What messages call that configuration.</param>
internal sealed record ControlRequest(
    int Protocol, string Verb, string? Name = null, string? Text = null, string? File = null);

/// <summary>The answer: a line of JSON.</summary>
/// <param name="Protocol">Version of the protocol.</param>
/// <param name="Code">Exit code for the client, see <c>ExitCode</c>.</param>
/// <param name="Errors">Why it was not done; empty when it was.</param>
/// <param name="Result">The result, of a type that the verb determines.</param>
internal sealed record ControlResponse(
    int Protocol, int Code, IReadOnlyList<string> Errors, JsonElement? Result = null);

/// <summary>What both sides agree on.</summary>
internal static class ControlProtocol
{
    /// <summary>Changes with every change that an older peer would misunderstand.</summary>
    public const int Version = 1;

    /// <summary>The request that puts a configuration in force.</summary>
    public const string Apply = "config.apply";

    /// <summary>The request that compares the board with what is in force.</summary>
    public const string Audit = "board.audit";

    /// <summary>What is named to have entries repaired by an audit.</summary>
    public const string Repair = "repair";

    /// <summary>Whether a request may take as long as a change: others take a question's time.
    /// </summary>
    public static bool TakesLong(ControlRequest request) => request.Verb is Apply or Audit;

    /// <summary>Longest answer, in bytes: all entries of the largest table have room.</summary>
    public const int MaxAnswerBytes = 64 << 20;

    private const int MaxVerbChars = 64;
    private const int MaxNameChars = 256;
    private const int MaxFileChars = 4096;

    /// <summary>Checks what answers and log lines repeat.</summary>
    /// <exception cref="InvalidDataException">Something is missing, or longer than any.</exception>
    public static void Check(ControlRequest request)
    {
        if (request.Verb is not { Length: <= MaxVerbChars }
            || request.Name is { Length: > MaxNameChars }
            || request.File is { Length: > MaxFileChars })
        {
            throw new InvalidDataException("a request with no verb, or one with a verb, name or "
                + $"file of more than {MaxVerbChars}, {MaxNameChars}, {MaxFileChars} characters");
        }
    }
}

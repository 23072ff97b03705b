using System.Text.Json;

namespace SmartNic.Cli.Control;

/// <summary>One request to the attached gateway: a line of JSON.</summary>
/// <param name="Protocol">Version of the protocol, see <see cref="ControlProtocol"/>.</param>
/// <param name="Verb">What to do: <c>config.apply</c>, <c>tenant.list</c> and so on.</param>
/// <param name="Name">What to do it to, where the verb needs it.</param>
/// <param name="Text">A configuration, for <c>config.apply</c>.</param>
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

    /// <summary>Longest line, in bytes: a configuration of 4095 tenants has room.</summary>
    public const int MaxLineBytes = 64 << 20;
}

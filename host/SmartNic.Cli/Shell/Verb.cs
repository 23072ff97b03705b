using System.CommandLine;

namespace SmartNic.Cli.Shell;

/// <summary>A command with examples in its help.</summary>
internal sealed class Verb(string name, string description, params IReadOnlyList<string> examples)
    : Command(name, description)
{
    /// <summary>Command lines, as one would type them.</summary>
    public IReadOnlyList<string> Examples { get; } = examples;
}

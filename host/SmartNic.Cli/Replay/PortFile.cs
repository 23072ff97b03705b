using SmartNic.Cli.Shell;

namespace SmartNic.Cli.Replay;

/// <summary>One <c>PORT=FILE</c> of the command line.</summary>
/// <param name="Port">The port.</param>
/// <param name="Path">The capture.</param>
internal sealed record PortFile(PortName Port, string Path)
{
    /// <summary>Reads the words of an option.</summary>
    /// <exception cref="CliException">One is not of that form.</exception>
    public static PortFile[] Parse(string option, IReadOnlyList<string> words) =>
        [.. words.Select(word => Parse(option, word))];

    private static PortFile Parse(string option, string word)
    {
        if (AssignedFile.TryParse(word) is not var (name, path))
        {
            throw CliException.Usage($"{option} {word}: expected PORT=FILE, with PORT "
                + PortName.Grammar);
        }

        var port = PortName.TryParse(name) ?? throw CliException.Usage(
            $"{option} {word}: there is no port '{name}'; expected {PortName.Grammar}");
        return new PortFile(port, path);
    }
}

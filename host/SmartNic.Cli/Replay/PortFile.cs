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
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0 || equals == word.Length - 1)
        {
            throw CliException.Usage($"{option} {word}: expected PORT=FILE, with PORT "
                + PortName.Grammar);
        }

        var port = PortName.TryParse(word[..equals]) ?? throw CliException.Usage(
            $"{option} {word}: there is no port '{word[..equals]}'; expected {PortName.Grammar}");
        return new PortFile(port, word[(equals + 1)..]);
    }
}

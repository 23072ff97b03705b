namespace SmartNic.Cli.Shell;

/// <summary>A verb cannot be done; the message says why and what to do next.</summary>
/// <param name="code">Exit code, see <see cref="ExitCode"/>.</param>
/// <param name="lines">What to tell the user, a line each.</param>
internal sealed class CliException(int code, params IReadOnlyList<string> lines)
    : Exception(string.Join("; ", lines))
{
    public int Code { get; } = code;

    public IReadOnlyList<string> Lines { get; } = lines;

    public static CliException Usage(string message) => new(ExitCode.Usage, message);

    public static CliException Failed(string message) => new(ExitCode.Failure, message);
}

using System.CommandLine;
using Microsoft.Extensions.Logging;
using SmartNic.Cli.Control;

namespace SmartNic.Cli.Shell;

/// <summary>Options that several verbs share, with one name and one meaning.</summary>
internal static class CommonOptions
{
    /// <summary>Name of the option for the least level of log lines.</summary>
    public const string LogLevelName = "--log-level";

    /// <summary>On every command; without it a verb chooses.</summary>
    public static Option<LogLevel?> LogLevel() => new(LogLevelName)
    {
        Description = "Least level of log lines on stderr: trace, debug, information, warning, "
            + "error, critical or none",
        HelpName = "LEVEL",
        Recursive = true,
    };

    public static Option<bool> Json() => new("--json")
    {
        Description = "Print JSON instead of text",
    };

    public static Option<string> Socket() => new("--socket")
    {
        Description = "Control socket of the attached gateway",
        HelpName = "PATH",
        DefaultValueFactory = _ => ControlSocket.DefaultPath(),
    };
}

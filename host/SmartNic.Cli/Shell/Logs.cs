using System.CommandLine;
using Microsoft.Extensions.Logging;

namespace SmartNic.Cli.Shell;

/// <summary>Makes the loggers of a verb: a line each, on stderr, never between results.</summary>
internal static class Logs
{
    public static ILoggerFactory Create(ParseResult result, LogLevel usual)
    {
        var level = result.GetValue<LogLevel?>(CommonOptions.LogLevelName) ?? usual;
        var error = result.InvocationConfiguration.Error;
        return LoggerFactory.Create(builder => builder
            .SetMinimumLevel(level)
            .AddProvider(new LineLoggerProvider(error, level)));
    }
}

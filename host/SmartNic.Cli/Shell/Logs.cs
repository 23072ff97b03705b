using System.CommandLine;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace SmartNic.Cli.Shell;

/// <summary>Makes the loggers of a verb: a line each, on stderr, never between results.</summary>
internal static class Logs
{
    public static ILoggerFactory Create(ParseResult result, LogLevel usual)
    {
        var level = result.GetValue<LogLevel?>(CommonOptions.LogLevelName) ?? usual;
        return LoggerFactory.Create(builder => builder
            .SetMinimumLevel(level)
            .AddConsole(options => options.LogToStandardErrorThreshold = LogLevel.Trace)
            .AddSimpleConsole(options =>
            {
                options.SingleLine = true;
                options.TimestampFormat = "HH:mm:ss.fff ";
                options.ColorBehavior = LoggerColorBehavior.Disabled;
            }));
    }
}

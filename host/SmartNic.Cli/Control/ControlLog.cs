using Microsoft.Extensions.Logging;

namespace SmartNic.Cli.Control;

/// <summary>What the control server tells.</summary>
internal static partial class ControlLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "control socket {Path} is open")]
    public static partial void Open(ILogger log, string path);

    [LoggerMessage(Level = LogLevel.Debug, Message = "request {Verb} {Name}")]
    public static partial void Request(ILogger log, string verb, string? name);

    [LoggerMessage(Level = LogLevel.Warning, Message = "request {Verb} failed: {Why}")]
    public static partial void Failed(ILogger log, string verb, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "request {Verb} broke")]
    public static partial void Broke(ILogger log, Exception exception, string verb);

    [LoggerMessage(Level = LogLevel.Warning, Message = "a control connection ended: {Why}")]
    public static partial void Ended(ILogger log, string why);

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "{Count} control connections ended like the last one; left out")]
    public static partial void EndedAlike(ILogger log, long count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "request {Verb} was given up: {Why}")]
    public static partial void GivenUp(ILogger log, string verb, string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "no client can be accepted for now: {Why}")]
    public static partial void CannotAccept(ILogger log, string why);

    [LoggerMessage(Level = LogLevel.Information, Message = "clients are accepted again")]
    public static partial void AcceptsAgain(ILogger log);
}

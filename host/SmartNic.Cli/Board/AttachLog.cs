using Microsoft.Extensions.Logging;

namespace SmartNic.Cli.Board;

/// <summary>What <c>board attach</c> tells.</summary>
internal static partial class AttachLog
{
    [LoggerMessage(
        Level = LogLevel.Debug, Message = "emptying the tables: {Done} of {All} entries")]
    public static partial void Emptying(ILogger log, int done, int all);

    [LoggerMessage(
        Level = LogLevel.Information, Message = "configuration is in force: {Tenants} tenants")]
    public static partial void Configured(ILogger log, int tenants);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "ready: {Interfaces} interfaces, {Width} bits; stop with SIGINT or SIGTERM")]
    public static partial void Attached(ILogger log, int interfaces, int width);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "the board was built without packet rings, so the slow path is not served: ARP, "
            + "neighbour solicitation, ping and flooding get no answer")]
    public static partial void NoSlowPath(ILogger log);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "the packet rings report {Errors} errors so far (see `snic reg dump`)")]
    public static partial void RingErrors(ILogger log, long errors);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "receive queues are chosen by the application again: {Ports} ports")]
    public static partial void Steered(ILogger log, int ports);

    [LoggerMessage(
        Level = LogLevel.Information, Message = "detached; the board goes on with what it has")]
    public static partial void Detached(ILogger log);
}

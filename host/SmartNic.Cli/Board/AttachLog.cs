using Microsoft.Extensions.Logging;

namespace SmartNic.Cli.Board;

/// <summary>What <c>board attach</c> tells.</summary>
internal static partial class AttachLog
{
    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "configuration is in force: {Tenants} tenants, from {From}")]
    public static partial void Configured(ILogger log, int tenants, string from);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "{Problem}; the board goes on with what it has")]
    public static partial void Refused(ILogger log, string problem);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "{File} differs from what is in force, which is the state in {Place}: put it in "
            + "force with `snic config apply`, or attach with --config-wins")]
    public static partial void FileDiffers(ILogger log, string file, string place);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "{File} is wrong and was not needed, the state is in force: {Why}")]
    public static partial void FileIsWrong(ILogger log, string file, string why);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "the board forwards for {Tenants} tenants that no configuration names; the "
            + "slow path does not serve them until one is applied")]
    public static partial void Nameless(ILogger log, int tenants);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "the board is lost: {Why}; trying again in {Seconds} s")]
    public static partial void TryAgain(ILogger log, string why, double seconds);

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

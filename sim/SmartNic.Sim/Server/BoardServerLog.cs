using Microsoft.Extensions.Logging;

namespace SmartNic.Sim.Server;

/// <summary>What the board's server says.</summary>
internal static partial class BoardServerLog
{
    [LoggerMessage(LogLevel.Information, "board on {Socket}, {Devices} devices")]
    public static partial void Serving(this ILogger logger, string socket, int devices);

    [LoggerMessage(LogLevel.Information, "client connected")]
    public static partial void Connected(this ILogger logger);

    [LoggerMessage(LogLevel.Information, "client disconnected")]
    public static partial void Disconnected(this ILogger logger);

    [LoggerMessage(LogLevel.Warning, "client refused: {Why}")]
    public static partial void Refused(this ILogger logger, string why);

    [LoggerMessage(
        LogLevel.Warning, "client refused: {Why}; {Suppressed} lines like this left out")]
    public static partial void RefusedAgain(this ILogger logger, string why, long suppressed);

    [LoggerMessage(LogLevel.Warning, "no client can be accepted for now: {Why}")]
    public static partial void CannotAccept(this ILogger logger, string why);

    [LoggerMessage(LogLevel.Information, "clients are accepted again")]
    public static partial void AcceptsAgain(this ILogger logger);

    [LoggerMessage(LogLevel.Warning,
        "slow port: {Lost} frames lost so far: the client does not read them")]
    public static partial void SlowFramesLost(this ILogger logger, long lost);

    [LoggerMessage(LogLevel.Warning, "device {Device} was deleted; frames for it are lost until "
        + "there is a device of that name again")]
    public static partial void DeviceDeleted(this ILogger logger, string device);

    [LoggerMessage(LogLevel.Information, "device {Device} is there again")]
    public static partial void DeviceAttached(this ILogger logger, string device);
}

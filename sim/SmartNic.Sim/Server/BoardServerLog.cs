using Microsoft.Extensions.Logging;

namespace SmartNic.Sim.Server;

/// <summary>What the board's server says.</summary>
internal static partial class BoardServerLog
{
    [LoggerMessage(LogLevel.Information, "board on {Socket}, {Devices} TAP devices")]
    public static partial void Serving(this ILogger logger, string socket, int devices);

    [LoggerMessage(LogLevel.Information, "client connected")]
    public static partial void Connected(this ILogger logger);

    [LoggerMessage(LogLevel.Information, "client disconnected")]
    public static partial void Disconnected(this ILogger logger);

    [LoggerMessage(LogLevel.Warning, "client refused: {Why}")]
    public static partial void Refused(this ILogger logger, string why);
}

using Microsoft.Extensions.Logging;

namespace SmartNic.Driver;

/// <summary>What the driver logs.</summary>
internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message =
        "attached: {Interfaces} interface(s) of {Width} bit, register spec 0x{Hash:X16}")]
    public static partial void Attached(ILogger logger, int interfaces, int width, ulong hash);

    [LoggerMessage(Level = LogLevel.Information, Message =
        "tables read back in {Milliseconds} ms: {Count} {Owners}, found as: {How}")]
    public static partial void Adopted(
        ILogger logger, int count, string owners, BoardFound how, long milliseconds);

    [LoggerMessage(Level = LogLevel.Warning, Message =
        "the board was reset or loaded since the state was kept: counts of before are forgotten")]
    public static partial void CountersForgotten(ILogger logger);

    [LoggerMessage(Level = LogLevel.Error, Message =
        "the state cannot be kept: {Reason}; a restart finds out from the board what is in force")]
    public static partial void NotKept(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message =
        "configuration in force, generation {Generation}: {Added} entries added, "
        + "{Removed} removed")]
    public static partial void Applied(ILogger logger, int generation, int added, int removed);

    [LoggerMessage(Level = LogLevel.Debug, Message = "configuration in force, no entry differs")]
    public static partial void Unchanged(ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message =
        "every entry of the exact-match tables is placed anew, for a new hash key")]
    public static partial void Rekeyed(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Skipped}")]
    public static partial void Skipped(ILogger logger, SkippedOwner skipped);

    [LoggerMessage(Level = LogLevel.Warning, Message = "configuration refused: {Reason}")]
    public static partial void Refused(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "device lost: {Reason}")]
    public static partial void Lost(ILogger logger, string reason);
}

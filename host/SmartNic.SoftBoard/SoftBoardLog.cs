using Microsoft.Extensions.Logging;

namespace SmartNic.SoftBoard;

/// <summary>What the software board says.</summary>
internal static partial class SoftBoardLog
{
    [LoggerMessage(LogLevel.Warning,
        "device {Device} is down: nothing passes until `ip link set {Device} up`")]
    public static partial void DeviceIsDown(this ILogger logger, string device);
}

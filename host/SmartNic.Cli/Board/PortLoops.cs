using Microsoft.Extensions.Logging;
using SmartNic.Driver;
using SmartNic.Pci;
using SmartNic.SlowPath;

namespace SmartNic.Cli.Board;

/// <summary>What runs beside the driver of a board, until it is stopped or the board is lost.
/// </summary>
internal static class PortLoops
{
    // A port that the kernel driver started loses at most this much traffic to the wrong queue.
    private static readonly TimeSpan SteeringPeriod = TimeSpan.FromSeconds(1);

    /// <summary>Runs the slow path on a slow port, in a thread of its own.</summary>
    public static Task SlowPathAsync(
        SlowPathEngine engine, ISlowPort port, ILoggerFactory loggers, CancellationToken stop) =>
        Task.Factory.StartNew(
            () => SlowPathLoop.Run(engine, port, loggers.CreateLogger("slow path"), stop),
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>
    /// Keeps the receive queues of a card with the application: the kernel driver takes them away
    /// whenever it starts a port. Finds out, too, that a card was removed.
    /// </summary>
    /// <exception cref="DeviceLostException">The card is gone.</exception>
    public static async Task SteeringAsync(PciBoard board, ILogger log, CancellationToken stop)
    {
        AttachLog.NoSlowPath(log);
        using var timer = new PeriodicTimer(SteeringPeriod);
        try
        {
            do
            {
                if (board.Nic.SteerQueues() is > 0 and var ports)
                {
                    AttachLog.Steered(log, ports);
                }

                ApplicationInfo.Read(board.Bar);
            }
            while (await timer.WaitForNextTickAsync(stop));
        }
        catch (OperationCanceledException)
        {
            // Safe to drop: this is how the loop is told to end.
        }
    }
}

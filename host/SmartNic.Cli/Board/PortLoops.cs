using Microsoft.Extensions.Logging;
using SmartNic.Driver;
using SmartNic.Pci;
using SmartNic.Pci.Ring;
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

    /// <summary>Runs the slow path on the packet rings of a card, and keeps its queues.</summary>
    /// <param name="board">The card.</param>
    /// <param name="ring">Its rings; null for none.</param>
    /// <param name="engine">What decides.</param>
    /// <param name="loggers">Told what happens.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="DeviceLostException">The card is gone, or a ring stopped.</exception>
    public static async Task CardAsync(
        PciBoard board, PacketRing? ring, SlowPathEngine engine, ILoggerFactory loggers,
        CancellationToken stop)
    {
        var log = loggers.CreateLogger("attach");
        if (ring is null)
        {
            AttachLog.NoSlowPath(log);
            await SteeringAsync(board, ring, log, stop);
            return;
        }

        // Whichever ends first ends the other.
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var steering = SteeringAsync(board, ring, log, end.Token);
        var slowPath = SlowPathAsync(engine, ring, loggers, end.Token);
        await Task.WhenAny(steering, slowPath);
        await end.CancelAsync();
        await Task.WhenAll(steering, slowPath);
    }

    /// <summary>
    /// Keeps the receive queues of a card with the application: the kernel driver takes them away
    /// whenever it starts a port. Finds out, too, that a card was removed or a ring has stopped.
    /// </summary>
    private static async Task SteeringAsync(
        PciBoard board, PacketRing? ring, ILogger log, CancellationToken stop)
    {
        long errors = 0;
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
                ring?.Check();
                if (ring is not null && ring.Errors != errors)
                {
                    errors = ring.Errors;
                    AttachLog.RingErrors(log, errors);
                }
            }
            while (await timer.WaitForNextTickAsync(stop));
        }
        catch (OperationCanceledException)
        {
            // Safe to drop: this is how the loop is told to end.
        }
    }
}

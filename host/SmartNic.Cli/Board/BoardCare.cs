using SmartNic.Driver;
using SmartNic.Features;

namespace SmartNic.Cli.Board;

/// <summary>
/// What is done for an attached board now and then: its counters are read before they wrap twice,
/// and the service manager is told that its driver answers.
/// </summary>
internal static class BoardCare
{
    private static readonly TimeSpan SweepPeriod = TimeSpan.FromHours(1);
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);

    /// <summary>Runs until cancelled.</summary>
    /// <exception cref="DeviceLostException">The board is gone.</exception>
    public static async Task RunAsync(
        GatewayDriver driver, SystemdWatchdog watchdog, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(watchdog.Period ?? Beat);
        var sweptMs = Environment.TickCount64;
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                // A driver that is stuck never comes back from here, and the beats end.
                await Task.Run(() => driver.ReadTimeNs(), stop);
                watchdog.Alive();
                if (Environment.TickCount64 - sweptMs >= SweepPeriod.TotalMilliseconds)
                {
                    await Task.Run(driver.SweepCounters, stop);
                    sweptMs = Environment.TickCount64;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Safe to drop: this is how the loop is told to end.
        }
    }
}

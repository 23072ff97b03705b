using Microsoft.Extensions.Logging;
using SmartNic.Cli.Control;
using SmartNic.Cli.Shell;
using SmartNic.Driver;
using SmartNic.Registers;
using SmartNic.SlowPath;

namespace SmartNic.Cli.Board;

/// <summary>The owner of a board: driver, port loop and control socket, until it is stopped.
/// </summary>
internal static class AttachService
{
    /// <summary>Serves until cancelled.</summary>
    /// <param name="bar">The application registers.</param>
    /// <param name="serve">
    /// What runs beside the driver until it is cancelled: the slow path, where the board has a slow
    /// port.
    /// </param>
    /// <param name="first">What to put in force at the start.</param>
    /// <param name="socketPath">Where other commands find this process.</param>
    /// <param name="loggers">Told what happens.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="CliException">The first configuration was refused.</exception>
    /// <exception cref="DeviceLostException">The board is gone.</exception>
    public static async Task RunAsync(
        IBar bar,
        Func<SlowPathEngine, CancellationToken, Task> serve,
        GatewayConfig? first,
        string socketPath,
        ILoggerFactory loggers,
        CancellationToken cancel)
    {
        var log = loggers.CreateLogger("attach");
        UnixSocket.RemoveStale(socketPath);
        var watched = new WatchedBar(bar);
        var driver = GatewayDriver.Attach(watched, loggers, null, new AttachOptions
        {
            Progress = (done, all) => AttachLog.Emptying(log, done, all),
        });
        var engine = new SlowPathEngine(SlowPathWorld.Empty);
        var handler = new AttachHandler(driver, engine);
        if (first is not null)
        {
            handler.Apply(first);
            AttachLog.Configured(log, first.Tenants.Count);
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var server = new ControlServer(
            socketPath, handler, log, () => watched.Silence);
        var port = serve(engine, stop.Token);
        var control = server.RunAsync(stop.Token);
        AttachLog.Attached(log, driver.Board.Interfaces, driver.Board.DataWidthBits);

        // Whichever ends first, by a stop or by a lost board, ends the others.
        await Task.WhenAny(port, control, handler.Lost);
        await stop.CancelAsync();
        await Task.WhenAll(port, control);
        if (handler.Lost.IsCompleted)
        {
            await handler.Lost;
        }

        AttachLog.Detached(log);
    }
}

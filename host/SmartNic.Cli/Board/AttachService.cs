using Microsoft.Extensions.Logging;
using SmartNic.Cli.Control;
using SmartNic.Cli.Shell;
using SmartNic.Driver;
using SmartNic.SlowPath;

namespace SmartNic.Cli.Board;

/// <summary>The owner of a board: driver, slow path and control socket, until it is stopped.
/// </summary>
internal static class AttachService
{
    /// <summary>Serves until cancelled.</summary>
    /// <exception cref="CliException">The first configuration was refused.</exception>
    /// <exception cref="DeviceLostException">The board is gone.</exception>
    public static async Task RunAsync(
        IBoard board,
        GatewayConfig? first,
        string socketPath,
        ILoggerFactory loggers,
        CancellationToken cancel)
    {
        var log = loggers.CreateLogger("attach");
        UnixSocket.RemoveStale(socketPath);
        var driver = GatewayDriver.Attach(board.Bar, loggers, null, new AttachOptions
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
        using var server = new ControlServer(socketPath, handler, log);
        var slowPath = Task.Factory.StartNew(
            () => SlowPathLoop.Run(
                engine, board.Slow, loggers.CreateLogger("slow path"), stop.Token),
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var control = server.RunAsync(stop.Token);
        AttachLog.Attached(log, driver.Board.Interfaces, driver.Board.DataWidthBits);

        // Whichever ends first, by a stop or by a lost board, ends the others.
        await Task.WhenAny(slowPath, control, handler.Lost);
        await stop.CancelAsync();
        await Task.WhenAll(slowPath, control);
        if (handler.Lost.IsCompleted)
        {
            await handler.Lost;
        }

        AttachLog.Detached(log);
    }
}

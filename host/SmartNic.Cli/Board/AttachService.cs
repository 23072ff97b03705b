using Microsoft.Extensions.Logging;
using SmartNic.Cli.Control;
using SmartNic.Cli.Shell;
using SmartNic.Driver;
using SmartNic.Pci;

namespace SmartNic.Cli.Board;

/// <summary>
/// The owner of a board: driver, port loop and control socket, until it is stopped. A board that is
/// lost is attached again when it comes back.
/// </summary>
/// <param name="open">Opens the board.</param>
/// <param name="state">What is known of it.</param>
/// <param name="socketPath">Where other commands find this process.</param>
/// <param name="retry">How long a lost board is waited for.</param>
/// <param name="loggers">Told what happens.</param>
internal sealed class AttachService(
    Func<AttachedBoard> open,
    AttachState state,
    string socketPath,
    TimeSpan retry,
    ILoggerFactory loggers)
{
    private readonly ILogger log = loggers.CreateLogger("attach");

    /// <summary>Serves until cancelled.</summary>
    /// <param name="first">What to put in force at the start.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="CliException">The control socket cannot be made.</exception>
    /// <exception cref="DeviceLostException">
    /// There is no board, or it did not come back.
    /// </exception>
    public async Task RunAsync(FirstConfig first, CancellationToken cancel)
    {
        UnixSocket.RemoveStale(socketPath);
        var session = new AttachSession(state, loggers);
        var board = open();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        try
        {
            session.Begin(board, first);
            using var server = new ControlServer(
                socketPath, session, log, () => session.Silence);
            var control = server.RunAsync(stop.Token);
            await using var watchdog = new SystemdWatchdog();
            watchdog.Tell("READY=1");
            try
            {
                while (await ServeAsync(board, session, control, watchdog, stop.Token) is { } lost)
                {
                    session.End(lost.Message);
                    board.Dispose();
                    watchdog.Tell("STATUS=the board is lost");
                    if (await AgainAsync(session, lost, watchdog, stop.Token) is not { } again)
                    {
                        break;
                    }

                    board = again;
                }
            }
            finally
            {
                await stop.CancelAsync();
                await control;
            }
        }
        finally
        {
            board.Dispose();
        }

        AttachLog.Detached(log);
    }

    /// <summary>Serves a board until it is lost, or all is stopped.</summary>
    /// <returns>Why it is lost; null at a stop.</returns>
    private async Task<Exception?> ServeAsync(
        AttachedBoard board, AttachSession session, Task control, SystemdWatchdog watchdog,
        CancellationToken stop)
    {
        var info = session.Driver.Board;
        AttachLog.Attached(log, info.Interfaces, info.DataWidthBits);
        watchdog.Tell("STATUS=attached");
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var port = board.ServeAsync(session.Engine, end.Token);
        var care = BoardCare.RunAsync(session.Driver, watchdog, end.Token);
        await Task.WhenAny(port, control, care, session.Lost);
        await end.CancelAsync();
        try
        {
            await Task.WhenAll(port, care);
            if (session.Lost.IsCompleted)
            {
                await session.Lost;
            }

            return null;
        }
        catch (Exception e) when (IsLoss(e))
        {
            return e;
        }
    }

    /// <summary>Waits for a lost board, a little longer each time.</summary>
    /// <returns>The board; null at a stop.</returns>
    private async Task<AttachedBoard?> AgainAsync(
        AttachSession session, Exception lost, SystemdWatchdog watchdog, CancellationToken stop)
    {
        var steps = new BackOff(retry);
        while (steps.Next() is { } pause)
        {
            AttachLog.TryAgain(log, lost.Message, pause.TotalSeconds);
            try
            {
                await Task.Delay(pause, stop);
            }
            catch (OperationCanceledException)
            {
                return null;
            }

            watchdog.Alive();
            AttachedBoard? board = null;
            try
            {
                board = open();
                session.Begin(board, null);
                return board;
            }
            catch (Exception e) when (IsLoss(e))
            {
                board?.Dispose();
                lost = e;
                session.End(e.Message);
            }
        }

        throw lost as DeviceLostException ?? new DeviceLostException(lost.Message, lost);
    }

    private static bool IsLoss(Exception e) =>
        e is DeviceLostException or PciException or IOException
        || (e is CliException { Code: ExitCode.Device });
}

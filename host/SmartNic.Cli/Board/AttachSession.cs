using System.Text.Json;
using Microsoft.Extensions.Logging;
using SmartNic.Cli.Control;
using SmartNic.Cli.Shell;
using SmartNic.Driver;
using SmartNic.Features;
using SmartNic.SlowPath;

namespace SmartNic.Cli.Board;

/// <summary>
/// The board from one attaching to its loss, and again from the next: answers requests in between
/// too, and knows what is wrong.
/// </summary>
internal sealed class AttachSession(AttachState state, ILoggerFactory loggers) : IControlHandler
{
    private readonly ILogger log = loggers.CreateLogger("attach");
    private AttachHandler? handler;
    private GatewayDriver? driver;
    private WatchedBar? watched;
    private string configuration = "none";
    private volatile string? lost;
    private volatile string? problem;

    /// <summary>What decides on the slow path; the same for every board that is attached.</summary>
    public SlowPathEngine Engine { get; } = new(SlowPathWorld.Empty);

    /// <summary>The driver of the board that is attached.</summary>
    public GatewayDriver Driver => driver!;

    /// <summary>Fails when a request finds the board gone.</summary>
    public Task Lost => handler!.Lost;

    /// <summary>For how long the board has not answered the access at hand.</summary>
    public TimeSpan Silence => lost is null ? watched?.Silence ?? TimeSpan.Zero : TimeSpan.Zero;

    /// <summary>Takes a board over; what it forwards goes on, whatever is refused.</summary>
    /// <param name="board">The board.</param>
    /// <param name="first">What <c>--config</c> says; null when the board comes back.</param>
    /// <exception cref="DeviceLostException">It is gone, or another one.</exception>
    public void Begin(AttachedBoard board, FirstConfig? first)
    {
        var before = state.Last;
        watched = new WatchedBar(board.Bar);
        driver = GatewayDriver.Attach(
            watched, loggers, null, new AttachOptions { State = before, Store = state });
        handler = new AttachHandler(driver, Engine, board.Devices);
        Engine.World = SlowPathWorldBuilder.Build(driver);
        (lost, problem) = (null, null);
        var wanted = before is null || first?.Wins == true ? first?.Config : null;
        if (wanted is not null)
        {
            Apply(wanted, first!.Path!);
        }
        else if (before is not null)
        {
            // The board says which of two worlds it is in, when it was in the middle of a change.
            Apply(driver.Current ?? (GatewayConfig)before.Restored.Config,
                $"the state in {state.Place}");
            Compare(first);
        }
        else if (driver.AdoptedTenants > 0)
        {
            AttachLog.Nameless(log, driver.AdoptedTenants);
        }
    }

    /// <summary>The board is gone.</summary>
    public void End(string why) => lost = why;

    /// <inheritdoc/>
    public Func<JsonElement> Prepare(ControlRequest request)
    {
        if (request.Verb == "board.show")
        {
            return Show;
        }

        if (lost is { } why)
        {
            throw new CliException(ExitCode.Device, $"the board is lost: {why}",
                "the gateway tries to attach it again; `snic board show` tells how it is");
        }

        var action = handler!.Prepare(request);
        return request.Verb != ControlProtocol.Apply ? action : () =>
        {
            var report = action();
            (configuration, problem) = (request.File ?? "-", null);
            return report;
        };
    }

    private JsonElement Show() => JsonSerializer.SerializeToElement(
        BoardReport.Of(
            Driver.Board, Driver.Transaction, lost is not null, configuration, state.Place,
            lost ?? problem),
        ControlJson.Default.BoardReport);

    /// <summary>
    /// A configuration that is refused leaves the board as it is: an end here would only stop the
    /// slow path, and a unit would start again and again.
    /// </summary>
    private void Apply(GatewayConfig config, string from)
    {
        try
        {
            handler!.Apply(config);
            configuration = from;
            AttachLog.Configured(log, config.Tenants.Count, from);
        }
        catch (CliException e)
        {
            problem = $"{from}: {e.Message}";
            configuration = driver!.Current is null ? "none" : $"the state in {state.Place}";
            AttachLog.Refused(log, problem);
        }
    }

    private void Compare(FirstConfig? first)
    {
        if (first?.Wrong is { } wrong)
        {
            AttachLog.FileIsWrong(log, first.Path!, wrong.Message);
        }
        else if (first?.Config is { } config && !config.Equals(driver!.Current))
        {
            AttachLog.FileDiffers(log, first.Path!, state.Place);
        }
    }
}

using System.Text.Json;
using SmartNic.Cli.Config;
using SmartNic.Cli.Control;
using SmartNic.Cli.Counter;
using SmartNic.Cli.Shell;
using SmartNic.Driver;
using SmartNic.Features;
using SmartNic.Sim.Server;
using SmartNic.SlowPath;

namespace SmartNic.Cli.Board;

/// <summary>Does what control requests ask for, with the driver of the attached board.</summary>
/// <param name="driver">The driver.</param>
/// <param name="engine">What runs its slow path.</param>
/// <param name="devices">Reads what passed its network devices; null where it has none.</param>
internal sealed class AttachHandler(
    GatewayDriver driver, SlowPathEngine engine,
    Func<IReadOnlyList<PortStats>>? devices = null) : IControlHandler
{
    private readonly TaskCompletionSource lost =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Fails when a request finds the board gone.</summary>
    public Task Lost => lost.Task;

    /// <inheritdoc/>
    public Func<JsonElement> Prepare(ControlRequest request)
    {
        if (request.Verb is "counter.list" or "tenant.list")
        {
            // Long, and in turns that others share: not while they wait for this request's end.
            Do(() => ReadCounters(request.Name));
        }

        if (request.Verb == ControlProtocol.Audit)
        {
            // The same.
            var audit = Do(() => JsonSerializer.SerializeToElement(
                driver.Audit(request.Name == ControlProtocol.Repair),
                ControlJson.Default.IReadOnlyListEntryDifference));
            return () => audit;
        }

        if (request.Verb != ControlProtocol.Apply)
        {
            return () => Do(() => Answer(request));
        }

        var config = ConfigFile.Parse(request.Text ?? "", request.File ?? "-");
        return () => Do(() => JsonSerializer.SerializeToElement(
            Apply(config), ControlJson.Default.ApplyReport));
    }

    private JsonElement ReadCounters(string? of)
    {
        // Of a port, and of nobody, nothing is old.
        if (of is null)
        {
            driver.SweepCounters();
        }
        else if (!driver.RefreshCounters(of) && of == CounterNoun.Drops)
        {
            driver.RefreshReasons();
        }

        return default;
    }

    private JsonElement Do(Func<JsonElement> action)
    {
        try
        {
            return action();
        }
        catch (DeviceLostException e)
        {
            lost.TrySetException(e);
            throw;
        }
    }

    /// <summary>Puts a configuration in force, in the board and in the slow path.</summary>
    /// <exception cref="CliException">It was refused, and nothing was changed.</exception>
    public ApplyReport Apply(GatewayConfig config)
    {
        var result = driver.Apply(config);
        if (!result.Ok)
        {
            throw new CliException(ExitCode.Failure,
                ["the configuration was refused; nothing was changed", .. result.Errors]);
        }

        engine.World = SlowPathWorldBuilder.Build(driver, engine.World);
        return new ApplyReport(
            result.Changed, result.EntriesAdded, result.EntriesRemoved,
            SkippedTenant.Of(result.Skipped));
    }

    private JsonElement Answer(ControlRequest request)
    {
        var json = ControlJson.Default;
        return request.Verb switch
        {
            "config.export" => JsonSerializer.SerializeToElement(
                ConfigWriter.Write(driver.Current ?? GatewayConfig.Empty), json.String),
            "tenant.list" => JsonSerializer.SerializeToElement(
                TenantViews.Of(driver), json.IReadOnlyListTenantView),
            "table.list" => JsonSerializer.SerializeToElement(
                driver.Tables(), json.IReadOnlyListTableView),
            "table.show" => JsonSerializer.SerializeToElement(
                Entries(request.Name ?? ""), json.IReadOnlyListTableRow),
            "meter.list" => JsonSerializer.SerializeToElement(
                driver.Meters(), json.IReadOnlyListMeterView),
            "firewall.list" => JsonSerializer.SerializeToElement(
                driver.Firewall(), json.FirewallView),
            "firewall.explain" => JsonSerializer.SerializeToElement(
                Explain(request.Text ?? ""), json.FirewallExplanation),
            "counter.list" => JsonSerializer.SerializeToElement(
                Counters(), json.CounterReport),
            _ => throw CliException.Failed($"the gateway does not know the request {request.Verb}"),
        };
    }

    private FirewallExplanation Explain(string packet)
    {
        try
        {
            return driver.Explain(
                JsonSerializer.Deserialize(packet, ControlJson.Default.FirewallQuestion)
                ?? throw CliException.Failed("firewall.explain needs a packet"));
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            throw CliException.Failed(e.Message);
        }
    }

    private CounterReport Counters()
    {
        var slowPath = engine.Counters;
        return new CounterReport(
            driver.LastCounters(), slowPath.All, slowPath.ByTenant, devices?.Invoke() ?? []);
    }

    private IReadOnlyList<TableRow> Entries(string table) => driver.Entries(table)
        ?? driver.ReadMemory(table)
        ?? throw CliException.Failed($"there is no table {table}; there are: "
            + string.Join(", ", driver.Tables().Select(t => t.Name)
                .Union(BoardDriver.MemoryNames)));
}

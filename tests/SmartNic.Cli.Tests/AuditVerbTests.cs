using Microsoft.Extensions.Logging.Abstractions;
using SmartNic.Cli.Board;
using SmartNic.Cli.Control;
using SmartNic.Driver;
using SmartNic.Features;
using SmartNic.Registers;
using SmartNic.Sim.Model;
using SmartNic.Sim.Server;
using SmartNic.SlowPath;
using I = SmartNic.Registers.InterfaceRegisters;

namespace SmartNic.Cli.Tests;

/// <summary><c>snic board audit</c>: what it says, and its exit code.</summary>
public sealed class AuditVerbTests
{
    [Test]
    public async Task What_differs_is_named_and_repaired()
    {
        using var folder = new Folder();
        using var board = new ModelBoard();
        using var stop = new CancellationTokenSource();
        var driver = GatewayDriver.Attach(
            board.Bar, options: new AttachOptions { TablesAreEmpty = true });
        Assert.That(driver.Apply(ConfigLoader.Parse(Yaml.TwoTenants, "f").Config!).Ok);
        var socket = folder["attach.sock"];
        var server = new ControlServer(
            socket, new AttachHandler(driver, new SlowPathEngine(SlowPathWorld.Empty)),
            NullLogger.Instance, () => TimeSpan.Zero, new SocketLimits());
        var running = server.RunAsync(stop.Token);
        SnicResult Audit(params string[] more) =>
            Snic.Run(["board", "audit", "--socket", socket, .. more]);

        Assert.That(Audit(),
            Is.EqualTo(new SnicResult(0, "the board has what is in force\n", "")));
        var queue = driver.TenantIndex("red")!.Value;
        Clear(board.Bar, TableLayouts.TxPort.Info, queue);
        var found = Audit();
        Assert.That(found.Code, Is.EqualTo(1));
        Assert.That(found.Output, Does.StartWith(
            $"tx_port [{queue}] of generation 0 on interface 0: valid is 0, should be 1, tenant is")
            .And.EndsWith("\n1 differ from what is in force, 0 repaired\n"));
        var json = Audit("--repair", "--json");
        Assert.That(json.Code, Is.Zero);
        Assert.That(json.Output, Does.Contain("\"is_repaired\": true")
            .And.Contain("\"where\": \"tx_port\"").And.Not.Contain("\"entry\""));
        Assert.That(Audit().Code, Is.Zero);
        await stop.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static void Clear(IBar bar, TableInfo table, uint index)
    {
        bar.WriteBlock(I.Base + I.TableData, new uint[table.Words]);
        bar.Write32(I.Base + I.TableCommit, I.TableCommitWord((uint)table.Id, index));
    }
}

using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using SmartNic.Sim.Server;

namespace SmartNic.Cli.Tests;

/// <summary>A tenant with many flood remotes, on a live board whose slow port is slow.</summary>
public sealed class LiveFloodTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    [TestCase(500)]
    [TestCase(4000)]
    public async Task A_flooding_tenant_takes_nothing_from_its_neighbour(int remotes)
    {
        using var folder = new Folder();
        using var board = new FloodedBoard();
        using var stop = new CancellationTokenSource();
        var ready = new TaskCompletionSource();
        var options = new BoardServerOptions
        {
            SocketPath = folder["board.sock"], Ready = ready.SetResult,
        };
        var server = BoardServer.RunAsync(options, board, NullLogger.Instance, stop.Token);
        await Task.WhenAny(ready.Task, server);
        using var detach = new CancellationTokenSource();
        var socket = folder["attach.sock"];
        var attached = Task.Run(() => Snic.RunAsync(detach.Token, "board", "attach",
            "--board", options.SocketPath, "--socket", socket,
            "--config", folder.Write("gateway.yaml", Yaml(remotes))));
        await Until(() => File.Exists(socket) || attached.IsCompleted, "the gateway is there");

        board.IsFlooding = true;
        await Until(() => board.Answers >= FloodedBoard.Asked, "every request is answered");
        board.IsFlooding = false;

        // What waits goes out, and then every frame is where the counters say.
        JsonElement report = default;
        await Until(() => IsQuiet(report = Report(socket)), "all that was injected arrived");
        var red = report.GetProperty("slow_path_by_tenant").GetProperty("red");
        var all = report.GetProperty("slow_path");
        TestContext.Out.WriteLine($"{board.Broadcasts} broadcasts: {red}");
        Assert.Multiple(() =>
        {
            Assert.That(board.Answers, Is.EqualTo(FloodedBoard.Asked));
            Assert.That(Count(report, "slow_path_by_tenant", "blue", "arp_answered"),
                Is.EqualTo(FloodedBoard.Asked));
            Assert.That(Long(red, "copies"), Is.EqualTo(Long(red, "replicated") * remotes));
            Assert.That(Long(red, "injected"), Is.EqualTo(Long(red, "made")));
            Assert.That(Long(red, "copy_limit"), Is.GreaterThan(0));
            Assert.That(Long(red, "received"), Is.EqualTo(Long(red, "replicated")
                + Long(red, "copy_limit") + Long(red, "queue_full")));
            Assert.That(Long(all, "lost_at_port"), Is.Zero);

            // What comes back is the tenant's, and makes nothing new.
            Assert.That(board.Delivered, Is.EqualTo(Long(red, "copies")));
            Assert.That(Long(red, "received"), Is.LessThanOrEqualTo(board.Broadcasts));
        });
        var shown = Snic.Run("counter", "show", "red", "--socket", socket).Output;
        Assert.That(shown, Does.Match($@"slow +copies +{Long(red, "copies")}\b"));
        Assert.That(shown, Does.Match($@"slow +copy_limit +{Long(red, "copy_limit")}\b"));
        Assert.That(Snic.Run("counter", "list", "--socket", socket).Output, Does.Match(
            $@"(?m)^red +{Long(red, "received")} +0 .* copy_limit={Long(red, "copy_limit")}"));

        await detach.CancelAsync();
        Assert.That((await attached.WaitAsync(Patience)).Code, Is.Zero);
        await stop.CancelAsync();
        await server;
    }

    private static string Yaml(int remotes)
    {
        var yaml = new StringBuilder("""
            version: 1
            endpoints:
              - { name: west, ip: 192.168.203.1, mac: "02:00:00:00:00:01" }
            tenants:
              - name: red
                vni: 100
                flood: [ REMOTES ]
              - name: blue
                vni: 200
                neighbours: [ { ip: 10.0.0.2, mac: "02:00:00:00:01:02" } ]
            remotes:

            """);
        yaml.Replace(
            "REMOTES", string.Join(", ", Enumerable.Range(1, remotes).Select(n => $"r{n}")));
        for (var n = 1; n <= remotes; n++)
        {
            yaml.Append(
                $"  - {{ name: r{n}, ip: 192.168.{n >> 8}.{n & 255}, "
                + "mac: \"02:00:00:00:00:02\", endpoint: west }\n");
        }

        return yaml.ToString();
    }

    private static JsonElement Report(string socket) => JsonDocument.Parse(
        Snic.Run("counter", "list", "--json", "--socket", socket).Output).RootElement;

    private static bool IsQuiet(JsonElement report) =>
        Count(report, "slow_path", "waiting") == 0
        && Count(report, "board", "ports", "slow.0", "in", "packets")
            == Count(report, "slow_path", "injected")
        && Count(report, "board", "tenants", "red", "rx", "packets")
            == Count(report, "slow_path", "copies");

    private static long Count(JsonElement report, params string[] path) =>
        path.Aggregate(report, (element, name) => element.GetProperty(name)).GetInt64();

    private static long Long(JsonElement counts, string name) =>
        counts.GetProperty(name).GetInt64();

    private static async Task Until(Func<bool> isTrue, string what)
    {
        var end = DateTime.UtcNow + Patience;
        while (!isTrue())
        {
            Assert.That(DateTime.UtcNow, Is.LessThan(end), $"not in time: {what}");
            await Task.Delay(20);
        }
    }
}

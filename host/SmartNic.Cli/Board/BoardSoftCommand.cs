using System.CommandLine;
using Microsoft.Extensions.Logging;
using SmartNic.Cli.Config;
using SmartNic.Cli.Control;
using SmartNic.Cli.Shell;
using SmartNic.Sim.Server;
using SmartNic.SoftBoard;

namespace SmartNic.Cli.Board;

/// <summary><c>snic board soft</c>: the native kernels as a board between network devices.
/// </summary>
internal static class BoardSoftCommand
{
    private const string DeviceFolder = "/sys/class/net";

    public static Command Create()
    {
        var socket = BoardSocket.Option();
        var wires = DeviceOptions.Create("--wire",
            "Network device on the wire of interface N, 0 where no N is given", "[N=]DEV");
        wires.Arity = ArgumentArity.OneOrMore;
        wires.DefaultValueFactory = null;
        wires.Required = true;
        wires.CompletionSources.Add(_ => Devices());
        var hosts = DeviceOptions.Create("--host",
            "Network device on a host queue, by tenant or by number", "TENANT|QUEUE=DEV");
        var config = DeviceOptions.Config("--host");
        var command = new Verb("soft",
            "Run a board in software between network devices until stopped (needs root). It "
            + "forwards while its owner is away; a kill leaves nothing behind but its socket, "
            + "which the next start replaces. Leave the devices up and without addresses: the "
            + "kernel's own stack sees what comes in too",
            "snic board soft --wire eth1 --config gateway.yaml --host red=veth-red \\",
            "    --host blue=veth-blue",
            "snic board soft --socket /tmp/board.sock --wire 0=eth1 1=eth2 --host 1.5=tap5")
        {
            socket, wires, hosts, config,
        };
        command.SetAction(async (result, cancel) =>
        {
            var tenants = result.GetValue(config) is { } path ? ConfigFile.Load(path) : null;
            DevicePort[] devices =
            [
                .. result.GetValue(wires)!.Select(word => DeviceOptions.Wire(
                    wires.Name, word.Contains('=', StringComparison.Ordinal) ? word : $"0={word}")),
                .. result.GetValue(hosts)!.Select(
                    word => DeviceOptions.Host(hosts.Name, word, tenants)),
            ];
            await RunAsync(result, result.GetRequiredValue(socket), devices, cancel);
        });
        return command;
    }

    private static IEnumerable<string> Devices() => Directory.Exists(DeviceFolder)
        ? Directory.EnumerateFileSystemEntries(DeviceFolder).Select(path => Path.GetFileName(path))
        : [];

    private static async Task RunAsync(
        ParseResult result, string socketPath, DevicePort[] devices, CancellationToken cancel)
    {
        using var log = Logs.Create(result, LogLevel.Information);
        LoadedAssemblies.LoadAll(typeof(BoardSoftCommand).Assembly);
        UnixSocket.RemoveStale(socketPath);
        var logger = log.CreateLogger("board");
        using var board = new LiveSoftBoard(DeviceOptions.Interfaces(devices), logger);
        foreach (var device in devices)
        {
            board.Attach(device);
        }

        await BoardServer.RunAsync(
            new BoardServerOptions
            {
                SocketPath = socketPath,
                Ports = board.Ports,
                Ready = () => BoardSocket.TellReady(result, socketPath),
            },
            board, logger, cancel);
    }
}

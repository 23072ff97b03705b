using System.CommandLine;
using Microsoft.Extensions.Logging;
using SmartNic.Cli.Config;
using SmartNic.Cli.Control;
using SmartNic.Cli.Replay;
using SmartNic.Cli.Shell;
using SmartNic.Driver;
using SmartNic.Sim;
using SmartNic.Sim.Live;
using SmartNic.Sim.Model;
using SmartNic.Sim.Server;

namespace SmartNic.Cli.Board;

/// <summary><c>snic board sim</c>: a simulated board in a process of its own.</summary>
internal static class BoardSimCommand
{
    public static Command Create()
    {
        var socket = BoardSocket.Option();
        var backend = new Option<string>("--backend")
        {
            Description = "What is simulated: the Verilog, or the native kernels",
            HelpName = "sim|model",
            DefaultValueFactory = _ => ReplayBoards.Sim,
        };
        backend.AcceptOnlyFromAmong(ReplayBoards.Sim, ReplayBoards.Model);
        var config = DeviceOptions.Config("--host-tap");
        var wireTaps = DeviceOptions.Create(
            "--wire-tap", "TAP device on the wire of interface N", "N=NAME");
        var hostTaps = DeviceOptions.Create("--host-tap",
            "TAP device on a host queue, by number or by tenant", "QUEUE|TENANT=NAME");
        var trace = new Option<string?>("--trace")
        {
            Description = "Where to write a waveform, FST (sim only, slow)",
            HelpName = "FILE.fst",
        };
        var width = BoardOptions.Width();
        var interfaces = BoardOptions.Interfaces();
        var command = new Verb("sim",
            "Simulate a board until stopped; its ports are TAP devices (needs root)",
            "snic board sim --socket /tmp/board.sock --wire-tap 0=wire0 \\",
            "    --config gateway.yaml --host-tap red=red0 --host-tap blue=blue0",
            "snic board sim --backend model --interfaces 2")
        {
            socket, backend, config, wireTaps, hostTaps, trace, width, interfaces,
        };
        command.SetAction(async (result, cancel) =>
        {
            var tenants = result.GetValue(config) is { } path ? ConfigFile.Load(path) : null;
            DevicePort[] taps =
            [
                .. result.GetValue(wireTaps)!.Select(
                    word => DeviceOptions.Wire(wireTaps.Name, word)),
                .. result.GetValue(hostTaps)!.Select(
                    word => DeviceOptions.Host(hostTaps.Name, word, tenants)),
            ];
            var options = new SimOptions
            {
                DataWidthBits = result.GetValue(width),
                Interfaces = result.GetValue(interfaces) ?? DeviceOptions.Interfaces(taps),
                TracePath = result.GetValue(trace),
            };
            await RunAsync(result, result.GetRequiredValue(socket),
                result.GetRequiredValue(backend), options, taps, cancel);
        });
        return command;
    }

    private static async Task RunAsync(
        ParseResult result,
        string socketPath,
        string backend,
        SimOptions options,
        DevicePort[] taps,
        CancellationToken cancel)
    {
        using var log = Logs.Create(result, LogLevel.Information);
        LoadedAssemblies.LoadAll(typeof(BoardSimCommand).Assembly);
        UnixSocket.RemoveStale(socketPath);
        using var board = Open(backend, options);
        await BoardServer.RunAsync(
            new BoardServerOptions
            {
                SocketPath = socketPath,
                Taps = taps,
                Ready = () => BoardSocket.TellReady(result, socketPath),
            },
            board, log.CreateLogger("board"), cancel);
    }

    private static ILiveBoard Open(string backend, SimOptions options)
    {
        if (backend == ReplayBoards.Sim)
        {
            return new LiveSimBoard(options);
        }

        if (options.TracePath is not null)
        {
            throw CliException.Usage("--trace needs --backend sim: the model has no signals");
        }

        return new LiveReplayBoard(
            new ModelBoard(options.Interfaces, () => MonotonicClock.NowNs), options.Interfaces);
    }
}

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
        var socket = new Option<string>("--socket")
        {
            Description = "Where to offer registers and slow port",
            HelpName = "PATH",
            DefaultValueFactory = _ => BoardSocket.DefaultPath(),
        };
        var backend = new Option<string>("--backend")
        {
            Description = "What is simulated: the Verilog, or the native kernels",
            HelpName = "sim|model",
            DefaultValueFactory = _ => ReplayBoards.Sim,
        };
        backend.AcceptOnlyFromAmong(ReplayBoards.Sim, ReplayBoards.Model);
        var config = new Option<string?>("--config")
        {
            Description = "Where --host-tap finds the queues of tenants; nothing is applied",
            HelpName = "FILE",
        };
        var wireTaps = Taps("--wire-tap", "TAP device on the wire of interface N", "N=NAME");
        var hostTaps = Taps("--host-tap",
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
            TapPort[] taps =
            [
                .. result.GetValue(wireTaps)!.Select(TapOptions.Wire),
                .. result.GetValue(hostTaps)!.Select(word => TapOptions.Host(word, tenants)),
            ];
            var options = new SimOptions
            {
                DataWidthBits = result.GetValue(width),
                Interfaces = result.GetValue(interfaces)
                    ?? 1 + taps.Select(tap => (int)tap.Port.Interface).Append(0).Max(),
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
        TapPort[] taps,
        CancellationToken cancel)
    {
        using var log = Logs.Create(result, LogLevel.Information);
        LoadedAssemblies.LoadAll(typeof(BoardSimCommand).Assembly);
        UnixSocket.RemoveStale(socketPath);
        using var board = Open(backend, options);
        var error = result.InvocationConfiguration.Error;
        await BoardServer.RunAsync(
            new BoardServerOptions
            {
                SocketPath = socketPath,
                Taps = taps,
                Ready = () => error.WriteText($"board is ready at {socketPath}; "
                    + $"next: snic board attach --board {socketPath}"),
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

    private static Option<string[]> Taps(string name, string description, string form) => new(name)
    {
        Description = description,
        HelpName = form,
        Arity = ArgumentArity.ZeroOrMore,
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
    };
}

using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Logging;
using SmartNic.Cli.Shell;

namespace SmartNic.Cli.Board;

/// <summary><c>snic board attach</c>: takes a board over and serves it until stopped.</summary>
internal static class BoardAttachCommand
{
    public static Command Create()
    {
        var board = new Option<string>("--board")
        {
            Description = "Socket of the board, as `snic board soft` or `sim` offers it",
            HelpName = "PATH",
            DefaultValueFactory = _ => BoardSocket.DefaultPath(),
        };
        var config = new Option<string?>("--config")
        {
            Description = "The first configuration of a board that has no state",
            HelpName = "FILE",
        };
        var configWins = new Option<bool>("--config-wins")
        {
            Description = "Put --config in force also where the state has another configuration",
        };
        var state = new Option<string>("--state")
        {
            Description = "Folder where the configuration in force, indices and counter totals are "
                + "kept, a file per board",
            HelpName = "FOLDER",
            DefaultValueFactory = _ => AttachState.DefaultFolder(),
        };
        var noState = new Option<bool>("--no-state")
        {
            Description = "Keep nothing beyond this process",
        };
        var retry = new Option<double>("--retry")
        {
            Description = "How long to wait for a board that is lost; 0 ends at once",
            HelpName = "SECONDS",
            DefaultValueFactory = _ => 300,
        };
        retry.Validators.Add(value =>
        {
            if (value.Tokens is [var token] && !(double.TryParse(
                token.Value, CultureInfo.InvariantCulture, out var s) && s is >= 0 and <= 1e6))
            {
                value.AddError($"--retry {token.Value}: expected 0 to 1000000 seconds");
            }
        });
        var socket = CommonOptions.Socket();
        var command = new Verb("attach",
            "Take over a board, run the slow path, and serve all other commands until stopped "
            + "(SIGINT or SIGTERM). One process owns a board",
            "snic board attach --board /tmp/board.sock --config gateway.yaml",
            "snic board attach --pci 0000:03:00.0 --config gateway.yaml",
            "snic board attach --log-level debug")
        {
            board, config, configWins, state, noState, retry, socket,
        };
        var pci = new PciOptions().AddTo(command);
        var isPrivate = new Option<bool>("--private-ring-memory")
        {
            Description = "Without a hugetlbfs: ring memory that ends with this process. A card "
                + "whose owner is killed then writes to pages of others",
        };
        command.Add(isPrivate);
        command.SetAction(async (result, cancel) =>
        {
            using var log = Logs.Create(result, LogLevel.Information);
            pci.CheckOnly(result, board);
            var first = FirstConfig.Load(result.GetValue(config), result.GetValue(configWins));
            var name = result.GetValue(pci.Board) is { } address
                ? PciOptions.FullName(address) : Path.GetFullPath(result.GetRequiredValue(board));
            var kept = result.GetValue(noState)
                ? AttachState.InMemory()
                : AttachState.Open(result.GetRequiredValue(state), name);
            first.Check(kept);
            kept.Prepare();
            LoadedAssemblies.LoadAll(typeof(BoardAttachCommand).Assembly);
            var service = new AttachService(
                () => Open(result, pci, board, isPrivate, log), kept,
                result.GetRequiredValue(socket),
                TimeSpan.FromSeconds(result.GetRequiredValue(retry)), log);
            await service.RunAsync(first, cancel);
        });
        return command;
    }

    private static AttachedBoard Open(
        ParseResult result, PciOptions pci, Option<string> board, Option<bool> isPrivate,
        ILoggerFactory log)
    {
        if (pci.Open(result) is not { } card)
        {
            var attached = BoardSocket.Connect(result.GetRequiredValue(board));
            return new AttachedBoard(
                attached.Bar,
                (engine, stop) => PortLoops.SlowPathAsync(engine, attached.Slow, log, stop),
                attached)
            {
                Devices = () => attached.ReadStats().Ports,
            };
        }

        try
        {
            var ring = card.OpenRing(result.GetValue(isPrivate));
            return new AttachedBoard(
                card.Bar,
                (engine, stop) => PortLoops.CardAsync(card, ring, engine, log, stop),
                ring, card);
        }
        catch
        {
            card.Dispose();
            throw;
        }
    }
}

using System.CommandLine;
using Microsoft.Extensions.Logging;
using SmartNic.Cli.Config;
using SmartNic.Cli.Shell;

namespace SmartNic.Cli.Board;

/// <summary><c>snic board attach</c>: takes a board over and serves it until stopped.</summary>
internal static class BoardAttachCommand
{
    public static Command Create()
    {
        var board = new Option<string>("--board")
        {
            Description = "Socket of the board, as `snic board sim` offers it",
            HelpName = "PATH",
            DefaultValueFactory = _ => BoardSocket.DefaultPath(),
        };
        var config = new Option<string?>("--config")
        {
            Description = "A configuration to put in force at the start",
            HelpName = "FILE",
        };
        var socket = CommonOptions.Socket();
        var command = new Verb("attach",
            "Take over a board, run the slow path, and serve all other commands until stopped "
            + "(SIGINT or SIGTERM). One process owns a board",
            "snic board attach --board /tmp/board.sock --config gateway.yaml",
            "snic board attach --pci 0000:03:00.0 --config gateway.yaml",
            "snic board attach --log-level debug")
        {
            board, config, socket,
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
            var first = result.GetValue(config) is { } path ? ConfigFile.Load(path) : null;
            pci.CheckOnly(result, board);
            var control = result.GetRequiredValue(socket);
            using var card = pci.Open(result);
            if (card is not null)
            {
                using var ring = card.OpenRing(result.GetValue(isPrivate));
                await AttachService.RunAsync(
                    card.Bar,
                    (engine, stop) => PortLoops.CardAsync(card, ring, engine, log, stop),
                    first, control, log, cancel);
                return;
            }

            using var attached = BoardSocket.Connect(result.GetRequiredValue(board));
            await AttachService.RunAsync(
                attached.Bar,
                (engine, stop) => PortLoops.SlowPathAsync(engine, attached.Slow, log, stop),
                first, control, log, cancel);
        });
        return command;
    }
}

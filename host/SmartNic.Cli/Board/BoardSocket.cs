using System.CommandLine;
using SmartNic.Cli.Control;
using SmartNic.Cli.Shell;
using SmartNic.Driver;
using SmartNic.Sim.Client;

namespace SmartNic.Cli.Board;

/// <summary>Where a board of another process is, and how to reach it.</summary>
internal static class BoardSocket
{
    /// <summary><c>$XDG_RUNTIME_DIR/snic/board.sock</c>, or <c>/run/snic/board.sock</c>.</summary>
    public static string DefaultPath() =>
        Path.Combine(ControlSocket.RuntimeFolder(), "snic", "board.sock");

    /// <summary>Where a board offers itself.</summary>
    public static Option<string> Option() => new("--socket")
    {
        Description = "Where to offer registers and slow port; a socket that a killed board left "
            + "there is replaced",
        HelpName = "PATH",
        DefaultValueFactory = _ => DefaultPath(),
    };

    /// <summary>Says that a board is there, and what to do next.</summary>
    public static void TellReady(ParseResult result, string path) =>
        result.InvocationConfiguration.Error.WriteText(
            $"board is ready at {path}; next: snic board attach --board {path}");

    /// <summary>Connects to a board.</summary>
    /// <exception cref="CliException">There is none, or it has an owner.</exception>
    public static SocketBoard Connect(string path)
    {
        try
        {
            return SocketBoard.Connect(path);
        }
        catch (DeviceLostException e)
        {
            throw new CliException(ExitCode.Device, e.Message,
                "start one with `snic board soft` or `snic board sim`, or name its socket "
                + "with --board");
        }
    }
}

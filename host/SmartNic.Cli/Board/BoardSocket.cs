using SmartNic.Cli.Control;
using SmartNic.Cli.Shell;
using SmartNic.Driver;
using SmartNic.Sim.Client;

namespace SmartNic.Cli.Board;

/// <summary>Where a simulated board is, and how to reach it.</summary>
internal static class BoardSocket
{
    /// <summary><c>$XDG_RUNTIME_DIR/snic/board.sock</c>, or <c>/run/snic/board.sock</c>.</summary>
    public static string DefaultPath() =>
        Path.Combine(ControlSocket.RuntimeFolder(), "snic", "board.sock");

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
                "start one with `snic board sim`, or name its socket with --board");
        }
    }
}

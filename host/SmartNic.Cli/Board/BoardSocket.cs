using SmartNic.Cli.Control;
using SmartNic.Cli.Shell;
using SmartNic.Driver;

namespace SmartNic.Cli.Board;

/// <summary>Where a simulated board is, and how to reach it.</summary>
internal static class BoardSocket
{
    /// <summary><c>$XDG_RUNTIME_DIR/snic/board.sock</c>, or <c>/run/snic/board.sock</c>.</summary>
    public static string DefaultPath() =>
        Path.Combine(ControlSocket.RuntimeFolder(), "snic", "board.sock");

    /// <summary>Connects to a board.</summary>
    /// <exception cref="CliException">There is none.</exception>
    public static IBoard Connect(string path) => throw new CliException(ExitCode.Device, path);
}

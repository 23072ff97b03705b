using System.Net.Sockets;
using SmartNic.Cli.Shell;
using SmartNic.Sim.Server;

namespace SmartNic.Cli.Control;

/// <summary>Makes sockets in the file system, and cleans up after a process that died.</summary>
internal static class UnixSocket
{
    /// <summary>Listens at a path, see <see cref="UnixListener.Publish"/>.</summary>
    /// <exception cref="CliException">It cannot be made.</exception>
    public static Socket Listen(string path)
    {
        var socket = new UnixListener(path);
        try
        {
            Try(path, socket.Publish);
            return socket;
        }
        catch (CliException)
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Removes a socket that nobody listens at any more, and nothing else.</summary>
    /// <exception cref="CliException">Somebody does, or it is no socket.</exception>
    public static void RemoveStale(string path) => Try(path, () => UnixListener.RemoveDead(path));

    private static void Try(string path, Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is SocketException or IOException
            or UnauthorizedAccessException or ArgumentException)
        {
            throw new CliException(ExitCode.Failure, $"cannot listen at {path}: {e.Message}",
                "stop who listens there, or name another socket with --socket");
        }
    }
}

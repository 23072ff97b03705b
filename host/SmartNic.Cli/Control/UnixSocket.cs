using System.Net.Sockets;
using SmartNic.Cli.Shell;
using SmartNic.Sim.Server;

namespace SmartNic.Cli.Control;

/// <summary>Makes sockets in the file system, and cleans up after a process that died.</summary>
internal static class UnixSocket
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode Group = UnixFileMode.GroupRead | UnixFileMode.GroupWrite;

    /// <summary>
    /// Listens at a path; its folder is made where it is missing. The socket is its owner's only,
    /// but in a folder with the set-group-ID bit, whose group then shares it.
    /// </summary>
    /// <exception cref="CliException">It cannot be made.</exception>
    public static Socket Listen(string path)
    {
        var socket = new UnixListener(path);
        try
        {
            MakeFolder(path);
            socket.Publish(IsShared(path) ? OwnerOnly | Group : OwnerOnly);
            return socket;
        }
        catch (Exception e) when (e is SocketException or IOException
            or UnauthorizedAccessException or ArgumentException)
        {
            socket.Dispose();
            throw new CliException(ExitCode.Failure, $"cannot listen at {path}: {e.Message}",
                "name another place with --socket");
        }
    }

    /// <summary>Makes the folder of a socket, for its owner only, where it is missing.</summary>
    public static void MakeFolder(string path) => Directory.CreateDirectory(
        Path.GetDirectoryName(Path.GetFullPath(path))!, OwnerOnly | UnixFileMode.UserExecute);

    private static bool IsShared(string path) =>
        File.GetUnixFileMode(Path.GetDirectoryName(Path.GetFullPath(path))!)
            .HasFlag(UnixFileMode.SetGroup);

    /// <summary>Removes a socket that nobody listens at any more.</summary>
    /// <exception cref="CliException">Somebody does.</exception>
    public static void RemoveStale(string path)
    {
        if (!File.Exists(path))
        {
            return;
        }

        using var probe = new Socket(
            AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            probe.Connect(new UnixDomainSocketEndPoint(path));
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionRefused)
        {
            File.Delete(path);
            return;
        }

        throw new CliException(ExitCode.Failure, $"{path}: another process listens there already",
            "stop it, or name another socket with --socket");
    }
}

using System.Net.Sockets;

namespace SmartNic.Sim.Server;

/// <summary>
/// A listening socket in the file system. Its path appears when it listens and has its mode, so
/// that whoever sees it can connect; it is removed when the socket is closed.
/// </summary>
/// <param name="path">Where it appears.</param>
public sealed class UnixListener(string path)
    : Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
{
    private bool _isPublished;

    /// <summary>Listens.</summary>
    /// <param name="mode">Who may connect; null for what the process' umask says.</param>
    /// <param name="overwrite">Whether a file that is there is replaced.</param>
    /// <exception cref="SocketException">It cannot be bound.</exception>
    /// <exception cref="IOException">The path is taken.</exception>
    public void Publish(UnixFileMode? mode = null, bool overwrite = false)
    {
        string unready = $"{path}.{Environment.ProcessId}";
        File.Delete(unready);
        Bind(new UnixDomainSocketEndPoint(unready));
        if (mode is { } bits && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(unready, bits);
        }

        Listen(16);
        File.Move(unready, path, overwrite);
        _isPublished = true;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && _isPublished)
        {
            _isPublished = false;
            File.Delete(path);
        }
    }
}

using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace SmartNic.Sim.Server;

/// <summary>
/// A listening socket in the file system. Its path appears when it listens and has its mode, so
/// that whoever sees it can connect; it is removed when the socket is closed. It is its owner's
/// only, but in a folder with the set-group-ID bit, whose group then shares it.
/// </summary>
/// <param name="path">Where it appears.</param>
public sealed class UnixListener(string path)
    : Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
{
    // Bursts of clients wait here while the server is busy; Linux' own limit is 4096.
    private const int Backlog = 128;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode Group = UnixFileMode.GroupRead | UnixFileMode.GroupWrite;

    private readonly string _path = Path.GetFullPath(path);
    private SocketFile.Identity? _published;

    private string Folder => Path.GetDirectoryName(_path)!;

    /// <summary>
    /// Listens. A missing folder is made, for its owner only; a socket that nobody listens at is
    /// replaced; nothing else is.
    /// </summary>
    /// <exception cref="SocketException">It cannot be bound.</exception>
    /// <exception cref="IOException">The path is taken, too long, or cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder is not ours.</exception>
    public void Publish()
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException();
        }

        string unready = Path.Combine(Folder, $".snic-{Guid.NewGuid():N}"[..14]);
        CheckLength(_path);
        CheckLength(unready);
        MakeFolder(_path);
        using IDisposable turn = SocketFile.Turn(Folder);
        SocketFile.RemoveDead(_path);
        bool isShared = File.GetUnixFileMode(Folder).HasFlag(UnixFileMode.SetGroup);

        // Linux gives the file the mode of the socket, so nobody else can connect at any time.
        using (SafeFileHandle self = new(SafeHandle.DangerousGetHandle(), ownsHandle: false))
        {
            File.SetUnixFileMode(self, OwnerOnly);
        }

        Bind(new UnixDomainSocketEndPoint(unready));
        try
        {
            if (isShared)
            {
                File.SetUnixFileMode(unready, OwnerOnly | Group);
            }

            Listen(Backlog);
            SocketFile.Identity? bound = SocketFile.Find(unready);
            if (LinuxCalls.Rename(LinuxCalls.CurrentFolder, unready, LinuxCalls.CurrentFolder,
                _path, LinuxCalls.RenameNoReplace) != 0)
            {
                throw SocketFile.Failed(Marshal.GetLastPInvokeError());
            }

            _published = bound;
        }
        finally
        {
            if (_published is null)
            {
                File.Delete(unready);
            }
        }
    }

    /// <summary>Removes a socket that nobody listens at any more; does nothing without one.
    /// </summary>
    /// <exception cref="IOException">Something else is there, or somebody listens.</exception>
    public static void RemoveDead(string path)
    {
        string full = Path.GetFullPath(path);
        CheckLength(full);
        if (Directory.Exists(Path.GetDirectoryName(full)))
        {
            using IDisposable turn = SocketFile.Turn(Path.GetDirectoryName(full)!);
            SocketFile.RemoveDead(full);
        }
    }

    /// <summary>Makes the folder of a socket, for its owner only, where it is missing.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    public static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException();
        }

        Directory.CreateDirectory(
            Path.GetDirectoryName(Path.GetFullPath(path))!, OwnerOnly | UnixFileMode.UserExecute);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && _published is { } mine)
        {
            _published = null;
            Unpublish(mine);
        }

        base.Dispose(disposing);
    }

    private static void CheckLength(string path)
    {
        int bytes = Encoding.UTF8.GetByteCount(path);
        if (bytes > SocketFile.MaxPathBytes)
        {
            throw new IOException($"the path {path} has {bytes} bytes, and a socket's has at most "
                + $"{SocketFile.MaxPathBytes}");
        }
    }

    /// <summary>
    /// Removes the path while it is still this socket's: by then another process may have put its
    /// own there. The number of the file cannot come again before this socket is closed.
    /// </summary>
    private void Unpublish(SocketFile.Identity mine)
    {
        try
        {
            using IDisposable turn = SocketFile.Turn(Folder);
            if (SocketFile.Find(_path) == mine)
            {
                File.Delete(_path);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Safe to drop: a dead socket stays, and whoever listens there next replaces it.
        }
    }
}

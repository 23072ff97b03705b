using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace SmartNic.Sim.Server;

/// <summary>Sockets as files: what is at a path, whether it is alive, and whose turn it is.
/// </summary>
internal static unsafe class SocketFile
{
    /// <summary>Longest path of a Unix socket in bytes: sockaddr_un, less its final zero.</summary>
    public const int MaxPathBytes = 107;

    private const int TypeBits = 0xF000;
    private const int SocketType = 0xC000;
    private const int TurnMs = 5000;

    /// <summary>Which file is at a path, links not followed; null where there is none.</summary>
    /// <exception cref="IOException">It cannot be known.</exception>
    public static Identity? Find(string path)
    {
        LinuxCalls.FileStatus status;
        if (LinuxCalls.Stat(LinuxCalls.CurrentFolder, path, LinuxCalls.StatNoFollow,
            LinuxCalls.StatTypeAndInode, &status) == 0)
        {
            return new Identity(
                status.Device, status.Inode, (status.Mode & TypeBits) == SocketType);
        }

        int error = Marshal.GetLastPInvokeError();
        return error == LinuxCalls.NotFound ? null : throw Failed(error);
    }

    /// <summary>Removes a socket that nobody listens at any more, and nothing else.</summary>
    /// <exception cref="IOException">Something else is there, or somebody listens.</exception>
    public static void RemoveDead(string path)
    {
        if (Find(path) is not { } found)
        {
            return;
        }

        if (!found.IsSocket)
        {
            throw new IOException("a file that is no socket is there; it is left as it is");
        }

        using Socket probe = new(
            AddressFamily.Unix, System.Net.Sockets.SocketType.Stream, ProtocolType.Unspecified);
        // A stopped process with a full backlog would hold a probe that blocks.
        probe.Blocking = false;
        try
        {
            probe.Connect(new UnixDomainSocketEndPoint(path));
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionRefused)
        {
            File.Delete(path);
            return;
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AccessDenied)
        {
            throw new IOException("the socket of another user is there", e);
        }
        catch (SocketException)
        {
            // Any other answer comes from a process that lives, such as a full backlog.
        }

        throw new IOException("another process listens there already");
    }

    /// <summary>
    /// Waits for this process' turn among those that change sockets in a folder; over when
    /// disposed.
    /// </summary>
    /// <exception cref="IOException">The folder cannot be opened, or another is stuck.</exception>
    public static IDisposable Turn(string folder)
    {
        int file = LinuxCalls.Open(folder, LinuxCalls.OpenFolder);
        if (file < 0)
        {
            throw Failed(Marshal.GetLastPInvokeError());
        }

        SafeFileHandle handle = new(file, ownsHandle: true);
        for (int waitedMs = 0; LinuxCalls.Lock(handle, LinuxCalls.LockExclusiveNow) != 0;)
        {
            if ((waitedMs += 10) > TurnMs)
            {
                handle.Dispose();
                throw new IOException($"another process holds a lock on {folder}");
            }

            Thread.Sleep(10);
        }

        return handle;
    }

    /// <summary>The exception for an error number of Linux.</summary>
    public static IOException Failed(int error) => new(Marshal.GetPInvokeErrorMessage(error));

    /// <summary>One file, whatever its name.</summary>
    internal readonly record struct Identity(ulong Device, ulong Inode, bool IsSocket);
}

using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace SmartNic.Cli.Board;

/// <summary>
/// Tells systemd how this process is (sd_notify(3)): datagrams to the socket that the environment
/// names. Without a service manager nothing is told.
/// </summary>
internal sealed class SystemdWatchdog : IAsyncDisposable
{
    private readonly Socket? socket;
    private readonly UnixDomainSocketEndPoint? manager;

    /// <summary>Finds the service manager in the environment.</summary>
    public SystemdWatchdog()
        : this(
            Environment.GetEnvironmentVariable("NOTIFY_SOCKET"),
            Environment.GetEnvironmentVariable("WATCHDOG_USEC"))
    {
    }

    /// <summary>Talks to a service manager.</summary>
    /// <param name="path">Its socket; null for none.</param>
    /// <param name="watchdogUs">After how many microseconds of silence it acts.</param>
    public SystemdWatchdog(string? path, string? watchdogUs)
    {
        if (path is not { Length: > 1 })
        {
            return;
        }

        manager = new UnixDomainSocketEndPoint(path[0] == '@' ? "\0" + path[1..] : path);
        socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        if (long.TryParse(
            watchdogUs, NumberStyles.None, CultureInfo.InvariantCulture, out var us) && us > 0)
        {
            Period = TimeSpan.FromMicroseconds(us / 2.0);
        }
    }

    /// <summary>How often to tell that all is well; null when nobody waits for it.</summary>
    public TimeSpan? Period { get; }

    /// <summary>The process is alive.</summary>
    public void Alive() => Tell("WATCHDOG=1");

    /// <summary>Tells something.</summary>
    public void Tell(string what)
    {
        try
        {
            socket?.SendTo(Encoding.UTF8.GetBytes(what), manager!);
        }
        catch (SocketException)
        {
            // Safe to drop: a manager that is gone restarts nobody.
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Tell("STOPPING=1");
        socket?.Dispose();
        return ValueTask.CompletedTask;
    }
}

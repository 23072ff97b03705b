using System.Net.Sockets;
using SmartNic.Sim.Server;

namespace SmartNic.Cli.Control;

/// <summary>
/// Bounds the number of connections and the bytes that are held for them. Where there is no room,
/// the client that is waited for longest goes: one that sends its request at once and reads its
/// answer is not held up by any number that do not. Thread safe.
/// </summary>
internal sealed class ControlAdmission(SocketLimits limits)
{
    private readonly Lock turn = new();
    private readonly List<ControlConnection> connections = [];

    /// <summary>Lets a client in.</summary>
    /// <returns>Null when all others are being worked for.</returns>
    public ControlConnection? TryAdd(Socket socket)
    {
        lock (turn)
        {
            if (connections.Count >= limits.Connections && !EvictOldest(null))
            {
                return null;
            }

            var connection = new ControlConnection(socket);
            connections.Add(connection);
            return connection;
        }
    }

    /// <summary>Says how many bytes are held for a client.</summary>
    /// <returns>
    /// False when there is no room for them: others that are worked for have them, or this one had
    /// to go itself.
    /// </returns>
    public bool TryHold(ControlConnection connection, long bytes)
    {
        lock (turn)
        {
            if (!connections.Contains(connection))
            {
                return false;
            }

            while (Others(connection) + bytes > limits.BufferedBytes)
            {
                // One alone may hold more: an answer can be longer than all requests.
                if (Others(connection) == 0)
                {
                    break;
                }

                if (!EvictOldest(connection))
                {
                    return false;
                }
            }

            connection.Bytes = bytes;
            return true;
        }
    }

    /// <summary>Says whether the client is waited for, or its request is being done.</summary>
    public void SetWorking(ControlConnection connection, bool isWorking)
    {
        lock (turn)
        {
            connection.IsWorking = isWorking;
            connection.WaitingSinceMs = Environment.TickCount64;
        }
    }

    /// <summary>Forgets a client.</summary>
    public void Remove(ControlConnection connection)
    {
        lock (turn)
        {
            connections.Remove(connection);
        }

        connection.Dispose();
    }

    private long Others(ControlConnection connection) =>
        connections.Where(other => other != connection).Sum(other => other.Bytes);

    private bool EvictOldest(ControlConnection? spared)
    {
        var oldest = connections.Where(c => c != spared && !c.IsWorking)
            .MinBy(c => c.WaitingSinceMs);
        if (oldest is null)
        {
            return false;
        }

        connections.Remove(oldest);
        oldest.Evict();
        return true;
    }
}

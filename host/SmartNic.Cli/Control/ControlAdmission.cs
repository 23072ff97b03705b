using System.Net.Sockets;
using SmartNic.Sim.Server;

namespace SmartNic.Cli.Control;

/// <summary>
/// Bounds the number of connections and the bytes that are held for them. Where there is no room,
/// the process that has most gives some up, first what is waited for longest: one that asks once
/// and reads its answer is not held up by another with any number of connections. Thread safe.
/// </summary>
internal sealed class ControlAdmission(SocketLimits limits)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    private readonly Lock turn = new();
    private readonly List<ControlConnection> connections = [];

    /// <summary>Lets a client in.</summary>
    /// <param name="socket">The connection.</param>
    /// <param name="peer">The client's process.</param>
    /// <returns>Null when all others are being worked for, and none has more than it.</returns>
    public ControlConnection? TryAdd(Socket socket, int peer)
    {
        lock (turn)
        {
            if (connections.Count >= limits.Connections && !EvictFor(peer))
            {
                return null;
            }

            var connection = new ControlConnection(socket, peer);
            connections.Add(connection);
            return connection;
        }
    }

    /// <summary>
    /// Says how many bytes are held for a client with its answer. Others get their time to read
    /// before they have to make room.
    /// </summary>
    /// <returns>False when there is no room for them in time, or this one had to go.</returns>
    public async Task<bool> HoldAsync(ControlConnection connection, long bytes)
    {
        var startMs = Environment.TickCount64;
        while (!TryHold(connection, bytes, limits.Grace))
        {
            if (connection.Evicted.IsCancellationRequested
                || Environment.TickCount64 - startMs >= limits.Answer.TotalMilliseconds)
            {
                return false;
            }

            await Task.Delay(Look);
        }

        return true;
    }

    /// <summary>Says how many bytes are held for a client.</summary>
    /// <param name="connection">Which.</param>
    /// <param name="bytes">How many.</param>
    /// <param name="grace">Others that moved within this time need not go.</param>
    /// <returns>
    /// False when there is no room for them: others that are worked for have them, or this one had
    /// to go itself.
    /// </returns>
    public bool TryHold(ControlConnection connection, long bytes, TimeSpan grace = default)
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

                if (!EvictLargest(connection, grace))
                {
                    return false;
                }
            }

            connection.Bytes = bytes;
            return true;
        }
    }

    /// <summary>Says that the client is waited for from now on, as after each piece of an answer
    /// that it took, or that its request is being done.</summary>
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

    private bool EvictFor(int peer)
    {
        var shares = connections.CountBy(c => c.Peer).ToDictionary();
        var most = shares.Values.Max();
        var candidates = connections.Where(c => shares[c.Peer] == most).ToList();
        var oldest = Oldest(candidates.Where(c => !c.IsWorking));
        if (oldest is null && most > shares.GetValueOrDefault(peer) + 1)
        {
            oldest = Oldest(candidates);
        }

        return Evict(oldest);
    }

    private bool EvictLargest(ControlConnection spared, TimeSpan grace)
    {
        var latestMs = Environment.TickCount64 - grace.TotalMilliseconds;
        return Evict(connections
            .Where(c => c != spared && c.Bytes > 0)
            .GroupBy(c => c.Peer)
            .OrderByDescending(share => share.Sum(c => c.Bytes))
            .Select(share => Oldest(share.Where(c =>
                !c.IsWorking && c.WaitingSinceMs <= latestMs)))
            .FirstOrDefault(c => c is not null));
    }

    private static ControlConnection? Oldest(IEnumerable<ControlConnection> among) =>
        among.MinBy(c => c.WaitingSinceMs);

    private bool Evict(ControlConnection? connection)
    {
        if (connection is null)
        {
            return false;
        }

        connections.Remove(connection);
        connection.Evict();
        return true;
    }
}

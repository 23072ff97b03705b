using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace SmartNic.Sim.Server;

/// <summary>
/// Where clients wait until they have said hello: the first that does owns the board. Who says
/// nothing, or something else, is closed and holds up nobody.
/// </summary>
internal sealed class Reception(UnixListener listener, SocketLimits limits, ILogger logger)
    : IDisposable
{
    // Bounds the time that a burst of clients takes from the board.
    private const int AcceptsPerRound = 16;

    private readonly List<(ClientLink Link, long LeavesAtMs)> _newcomers = [];
    private readonly LogThrottle _throttle = new();
    private long _pausedUntilMs;
    private bool _isFailing;

    /// <summary>Adds what is to be waited for.</summary>
    /// <returns>Number of entries added, at most one more than the connections.</returns>
    public int Watch(Span<LinuxCalls.PollEntry> entries)
    {
        int count = 0;
        if (Environment.TickCount64 >= _pausedUntilMs)
        {
            entries[count++] = new()
            {
                File = (int)listener.SafeHandle.DangerousGetHandle(),
                Events = LinuxCalls.PollIn,
            };
        }

        foreach ((ClientLink link, _) in _newcomers)
        {
            entries[count++] = new() { File = link.Descriptor, Events = LinuxCalls.PollIn };
        }

        return count;
    }

    /// <summary>Takes the connections that wait at the socket.</summary>
    /// <param name="owner">Says why nobody can be let in; asked for each, null where one can.
    /// </param>
    public void Accept(Func<string?> owner)
    {
        for (int n = 0; n < AcceptsPerRound && TryAccept() is { } link; n++)
        {
            _newcomers.Add((
                link, Environment.TickCount64 + (long)limits.Request.TotalMilliseconds));
            if (owner() is { } taken)
            {
                Refuse(_newcomers.Count - 1, taken);
            }
            else if (_newcomers.Count > limits.Connections)
            {
                Refuse(0, "too many clients that say nothing");
            }
        }
    }

    /// <summary>Listens to those who wait.</summary>
    /// <returns>One that may own the board now, or null.</returns>
    public ClientLink? Greet(ClientSession session)
    {
        for (int n = 0; n < _newcomers.Count;)
        {
            (ClientLink link, long leavesAtMs) = _newcomers[n];
            if (!link.Receive())
            {
                link.Dispose();
                _newcomers.RemoveAt(n);
            }
            else if (session.Serve(link) is { } wrong)
            {
                Close(n, wrong);
            }
            else if (link.Greeted)
            {
                _newcomers.RemoveAt(n);
                return link;
            }
            else if (Environment.TickCount64 >= leavesAtMs)
            {
                Refuse(n, $"no hello within {limits.Request.TotalSeconds:0.#} s");
            }
            else
            {
                n++;
            }
        }

        return null;
    }

    /// <summary>Sends everybody away.</summary>
    public void Refuse(string why)
    {
        while (_newcomers.Count > 0)
        {
            Refuse(0, why);
        }
    }

    public void Dispose()
    {
        foreach ((ClientLink link, _) in _newcomers)
        {
            link.Dispose();
        }
    }

    private void Refuse(int place, string why)
    {
        ClientSession.Refuse(_newcomers[place].Link, 0, why);
        Close(place, why);
    }

    private void Close(int place, string why)
    {
        _newcomers[place].Link.Dispose();
        _newcomers.RemoveAt(place);
        if (!_throttle.Allows(out long suppressed))
        {
            return;
        }

        if (suppressed > 0)
        {
            logger.RefusedAgain(why, suppressed);
        }
        else
        {
            logger.Refused(why);
        }
    }

    private ClientLink? TryAccept()
    {
        if (Environment.TickCount64 < _pausedUntilMs || !listener.Poll(0, SelectMode.SelectRead))
        {
            return null;
        }

        try
        {
            ClientLink link = new(listener.Accept());
            if (_isFailing)
            {
                _isFailing = false;
                logger.AcceptsAgain();
            }

            return link;
        }
        catch (SocketException e)
        {
            // One that left again, or no descriptor is free: the board goes on, told once.
            _pausedUntilMs =
                Environment.TickCount64 + (long)limits.AcceptPause.TotalMilliseconds;
            if (!_isFailing)
            {
                _isFailing = true;
                logger.CannotAccept(e.Message);
            }

            return null;
        }
    }
}

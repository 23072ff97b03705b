using SmartNic.Driver;

namespace SmartNic.Sim.Server;

/// <summary>A port of the board and the network device at it, as the server's loop uses it.
/// Nothing here blocks.</summary>
public interface IBoardPort : IDisposable
{
    /// <summary>A wire port, or a queue of a host port.</summary>
    PortId Port { get; }

    /// <summary>File that is readable when frames wait, or -1 while there is no device.</summary>
    int Descriptor { get; }

    /// <summary>Whether there is work that no file tells of: the loop must not sleep.</summary>
    bool IsBusy { get; }

    /// <summary>What passed so far.</summary>
    PortStats Stats { get; }

    /// <summary>Begins a round: sees what waits at the device, and whether it is there.</summary>
    void Receive();

    /// <summary>Gives the board the oldest frame.</summary>
    /// <returns>False when there is none in this round, or the board has no room.</returns>
    bool TryFeed();

    /// <summary>Passes on a frame that left the board.</summary>
    void Send(ReadOnlySpan<byte> frame);

    /// <summary>Ends a round: what was kept to be sent together is sent.</summary>
    void Flush();
}

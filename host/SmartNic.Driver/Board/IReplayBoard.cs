using SmartNic.Registers;

namespace SmartNic.Driver;

/// <summary>Receives one frame that left the board.</summary>
/// <param name="port">Where it left.</param>
/// <param name="timeNs">Arrival time, in nanoseconds, of the frame that it came from.</param>
/// <param name="tag">Tag of the frame that it came from.</param>
/// <param name="frame">The bytes; valid only during the call.</param>
public delegate void FrameSink(PortId port, ulong timeNs, ushort tag, ReadOnlySpan<byte> frame);

/// <summary>
/// A board that replays frames at given arrival times, without a clock of its own.
/// </summary>
public interface IReplayBoard : IDisposable
{
    /// <summary>The application register window.</summary>
    IBar Bar { get; }

    /// <summary>
    /// Puts a frame on a port. The order of the calls is the order of acceptance over all ports.
    /// </summary>
    /// <param name="port">Where the frame enters.</param>
    /// <param name="timeNs">Arrival time in nanoseconds; never less than that of the call
    /// before.</param>
    /// <param name="tag">Comes out with the frame unchanged.</param>
    /// <param name="frame">The bytes without FCS; copied before the call returns.</param>
    void Inject(PortId port, ulong timeNs, ushort tag, ReadOnlySpan<byte> frame);

    /// <summary>Runs until everything in flight is out.</summary>
    /// <param name="sink">Receives every frame that leaves.</param>
    void Drain(FrameSink sink);
}

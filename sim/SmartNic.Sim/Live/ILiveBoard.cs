using SmartNic.Driver;
using SmartNic.Registers;

namespace SmartNic.Sim.Live;

/// <summary>A board that lives in the host's time, and runs when its owner says so.</summary>
public interface ILiveBoard : IDisposable
{
    /// <summary>The application register window.</summary>
    IBar Bar { get; }

    /// <summary>Number of interfaces.</summary>
    int Interfaces { get; }

    /// <summary>Gives the board a frame, if its input has room.</summary>
    /// <param name="port">Where it enters.</param>
    /// <param name="frame">1 to 9216 bytes, a slow port's header included; copied.</param>
    /// <returns>False when the input's list is full: offer it again after a step.</returns>
    bool TryInject(PortId port, ReadOnlySpan<byte> frame);

    /// <summary>Runs a piece of bounded length.</summary>
    /// <param name="nowNs">The present time in nanoseconds; never goes back.</param>
    /// <returns>True when there is more to do.</returns>
    bool Step(ulong nowNs);

    /// <summary>Hands over the frames that left the board.</summary>
    void Collect(FrameSink sink);
}

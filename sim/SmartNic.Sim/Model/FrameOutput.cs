using SmartNic.Driver;

namespace SmartNic.Sim.Model;

/// <summary>Takes one frame that leaves a model, or has no room for it.</summary>
/// <param name="port">Where it leaves.</param>
/// <param name="timeNs">Arrival time, in nanoseconds, of the frame that it came from.</param>
/// <param name="tag">Tag of the frame that it came from.</param>
/// <param name="frame">The bytes; valid only during the call.</param>
/// <returns>False when it is not taken: the model counts it as <c>queue_full</c>.</returns>
public delegate bool FrameOutput(
    PortId port, ulong timeNs, ushort tag, ReadOnlySpan<byte> frame);

namespace SmartNic.SlowPath;

/// <summary>Takes the frames that the slow path gives back to the board.</summary>
public interface IInjectionSink
{
    /// <summary>Takes one frame, or refuses it; never blocks.</summary>
    /// <param name="frame">32-byte metadata header and frame; valid only during the call.</param>
    /// <returns>False: no room now, and nothing was done.</returns>
    bool TryInject(ReadOnlySpan<byte> frame);
}

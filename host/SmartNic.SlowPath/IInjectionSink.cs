namespace SmartNic.SlowPath;

/// <summary>Takes the frames that the slow path gives back to the board.</summary>
public interface IInjectionSink
{
    /// <summary>Takes one frame.</summary>
    /// <param name="frame">32-byte metadata header and frame; valid only during the call.</param>
    void Inject(ReadOnlySpan<byte> frame);
}

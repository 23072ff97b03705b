namespace SmartNic.Driver;

/// <summary>
/// The frames that hardware has no answer for, and the answers to them. Every frame starts with the
/// 32-byte metadata header (<see cref="SlowHeader"/>).
/// </summary>
public interface ISlowPort
{
    /// <summary>Takes the oldest waiting frame, if there is one; never blocks.</summary>
    /// <param name="buffer">Receives header and frame; 9248 bytes hold every frame.</param>
    /// <param name="length">Bytes written, header included.</param>
    /// <returns>False when no frame waits.</returns>
    bool TryReceive(Span<byte> buffer, out int length);

    /// <summary>Gives the board one frame, metadata header first.</summary>
    /// <param name="frame">
    /// Header and frame, together at most 9216 bytes (Protocol.MaxFrameBytes): a longer one is
    /// dropped as oversize, and counted. The bytes are copied before the call returns.
    /// </param>
    void Send(ReadOnlySpan<byte> frame);
}

namespace SmartNic.Driver;

/// <summary>
/// The frames that hardware has no answer for, and the answers to them. Every frame starts with the
/// 32-byte metadata header (<see cref="SlowHeader"/>). Nothing here blocks: a board that is slow
/// refuses frames, and whoever offers them decides what waits and what is dropped.
/// </summary>
public interface ISlowPort
{
    /// <summary>
    /// Frames lost between host and board since the start, in either direction: punts that nobody
    /// took in time, and frames that were taken here and that the board could not read.
    /// </summary>
    long LostFrames { get; }

    /// <summary>Takes the oldest waiting frame, if there is one; never blocks.</summary>
    /// <param name="buffer">Receives header and frame; 9248 bytes hold every frame.</param>
    /// <param name="length">Bytes written, header included.</param>
    /// <returns>False when no frame waits.</returns>
    /// <exception cref="DeviceLostException">The board is gone.</exception>
    bool TryReceive(Span<byte> buffer, out int length);

    /// <summary>Offers the board one frame, metadata header first; never blocks.</summary>
    /// <param name="frame">
    /// Header and frame, together at most 9216 bytes (Protocol.MaxFrameBytes): a longer one is
    /// dropped as oversize, and counted. The bytes are copied before the call returns.
    /// </param>
    /// <returns>
    /// True: the frame has its place in front of the board, and only a lost board or an error
    /// counted in <see cref="LostFrames"/> keeps it from being taken. False: no room, and nothing
    /// was done; offer it again later.
    /// </returns>
    /// <exception cref="DeviceLostException">The board is gone.</exception>
    bool TrySend(ReadOnlySpan<byte> frame);
}

using Microsoft.Extensions.Logging;
using SmartNic.Driver;

namespace SmartNic.SlowPath;

/// <summary>Runs an engine on the slow port of a board.</summary>
public static partial class SlowPathLoop
{
    private const int SpinRounds = 64;
    private const int IdleMs = 1;

    /// <summary>Answers punts until cancelled. Blocks; meant for a thread of its own.</summary>
    /// <param name="engine">What decides; its world may be exchanged meanwhile.</param>
    /// <param name="port">Where punts come from and answers go.</param>
    /// <param name="log">Told of start and stop.</param>
    /// <param name="cancel">Ends the loop between two frames.</param>
    /// <exception cref="DeviceLostException">The board is gone.</exception>
    public static void Run(
        SlowPathEngine engine, ISlowPort port, ILogger log, CancellationToken cancel)
    {
        var buffer = new byte[SlowHeader.LengthBytes + SlowPathEngine.MaxFrameBytes];
        var sink = new PortSink(port);
        int idleRounds = 0;
        Started(log);
        while (!cancel.IsCancellationRequested)
        {
            if (port.TryReceive(buffer, out int length))
            {
                engine.Handle(buffer.AsSpan(0, length), ref sink);
                idleRounds = 0;
            }
            else if (++idleRounds > SpinRounds)
            {
                // A board has no interrupt here; a tenant's first packet may wait a millisecond.
                cancel.WaitHandle.WaitOne(IdleMs);
            }
        }

        Stopped(log, engine.Counters.Received, engine.Counters.Injected);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "slow path runs")]
    private static partial void Started(ILogger log);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "slow path stopped: {Received} punts received, {Injected} frames injected")]
    private static partial void Stopped(ILogger log, long received, long injected);

    private readonly struct PortSink(ISlowPort port) : IInjectionSink
    {
        public bool TryInject(ReadOnlySpan<byte> frame) => port.TrySend(frame);
    }
}

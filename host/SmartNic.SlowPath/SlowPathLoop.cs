using System.Diagnostics;
using Microsoft.Extensions.Logging;
using SmartNic.Driver;

namespace SmartNic.SlowPath;

/// <summary>Runs an engine on the slow port of a board.</summary>
public static partial class SlowPathLoop
{
    // A batch of each in turn: punts are taken faster than frames are given back, so that a board
    // that is full of one tenant's copies still hears the others, and drops are decided here.
    private const int BatchFrames = 64;
    private const int SpinRounds = 64;
    private const int WaitingSpinRounds = 1024;
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
        try
        {
            while (!cancel.IsCancellationRequested)
            {
                ulong nowNs = NowNs;
                int done = 0;
                while (done < BatchFrames && port.TryReceive(buffer, out int length))
                {
                    engine.Handle(buffer.AsSpan(0, length), nowNs);
                    done++;
                }

                done += engine.Send(ref sink, BatchFrames);
                engine.LostAtPort = port.LostFrames;
                idleRounds = done > 0 ? 0 : idleRounds + 1;
                if (idleRounds > (engine.Waiting > 0 ? WaitingSpinRounds : SpinRounds))
                {
                    // A board has no interrupt here: a tenant's first packet may wait a
                    // millisecond, and so may frames that the board has no room for.
                    cancel.WaitHandle.WaitOne(IdleMs);
                }
            }
        }
        finally
        {
            engine.Abandon();
            IReadOnlyDictionary<string, long> all = engine.Counters.All;
            Stopped(log, all["received"], all["injected"], all["board_lost"]);
        }
    }

    private static ulong NowNs =>
        (ulong)(Stopwatch.GetTimestamp() * (1_000_000_000.0 / Stopwatch.Frequency));

    [LoggerMessage(Level = LogLevel.Information, Message = "slow path runs")]
    private static partial void Started(ILogger log);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "slow path stopped: {Received} punts received, {Injected} frames injected, "
            + "{Lost} still waited")]
    private static partial void Stopped(ILogger log, long received, long injected, long lost);

    private readonly struct PortSink(ISlowPort port) : IInjectionSink
    {
        public bool TryInject(ReadOnlySpan<byte> frame) => port.TrySend(frame);
    }
}

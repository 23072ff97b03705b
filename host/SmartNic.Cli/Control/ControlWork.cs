using Microsoft.Extensions.Logging;
using SmartNic.Cli.Shell;
using SmartNic.Sim.Server;

namespace SmartNic.Cli.Control;

/// <summary>
/// Does requests, one at a time, and answers each in time: where the board is silent, slow or
/// taken, the answer says so, and the request is given up or, where it has begun, left to end.
/// </summary>
/// <param name="handler">Does them.</param>
/// <param name="silence">For how long the board has not answered.</param>
/// <param name="limits">Times and sizes.</param>
/// <param name="log">Told what was refused.</param>
internal sealed class ControlWork(
    IControlHandler handler, Func<TimeSpan> silence, SocketLimits limits, ILogger log)
{
    // A request beyond this brings a configuration along: memory for one at a time.
    private const int LongBytes = 64 * 1024;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(1);

    private readonly ControlTurn turn = new();
    private readonly SemaphoreSlim longTurn = new(1, 1);
    private readonly LogThrottle throttle = new();

    /// <summary>Does the request of a line.</summary>
    /// <param name="line">The line; not used any more once <paramref name="read"/> is called.
    /// </param>
    /// <param name="read">Called when the line was read.</param>
    /// <param name="hold">Finds room for an answer of so many bytes, while the next request waits:
    /// one answer at a time is without.</param>
    /// <param name="connection">Who asks.</param>
    /// <param name="stop">The gateway is being stopped.</param>
    /// <returns>The line to answer.</returns>
    /// <exception cref="InvalidDataException">The line is no request.</exception>
    /// <exception cref="OperationCanceledException">The connection has to make room.</exception>
    public async Task<ReadOnlyMemory<byte>> AnswerAsync(
        ReadOnlyMemory<byte> line, Action read, Func<long, Task<bool>> hold,
        ControlConnection connection, CancellationToken stop)
    {
        var isLong = line.Length > LongBytes;
        if (isLong && !await longTurn.WaitAsync(limits.Turn, stop))
        {
            return Refused(ExitCode.Failure, "the gateway is busy with another configuration; "
                + "nothing was done");
        }

        var isBegun = false;
        try
        {
            var request =
                ControlLines.Message(line.Span, ControlJson.Default.ControlRequest);
            ControlProtocol.Check(request);
            read();
            if (request.Protocol != ControlProtocol.Version)
            {
                return Refused(ExitCode.Failure,
                    $"protocol {request.Protocol} is not spoken here; the gateway speaks "
                        + $"{ControlProtocol.Version}: use the same version of snic");
            }

            var job = new Job(connection.Peer);
            var work = Task.Run(() => DoAsync(request, job, isLong, hold), CancellationToken.None);
            isBegun = true;
            return await WatchAsync(request, job, work, connection.Evicted, stop);
        }
        finally
        {
            if (isLong && !isBegun)
            {
                longTurn.Release();
            }
        }
    }

    /// <summary>The line that refuses a request.</summary>
    public static ReadOnlyMemory<byte> Refused(int code, params string[] errors) =>
        ControlLines.Line(new ControlResponse(ControlProtocol.Version, code, errors),
            ControlJson.Default.ControlResponse);

    private async Task<ReadOnlyMemory<byte>> DoAsync(
        ControlRequest request, Job job, bool isLong, Func<long, Task<bool>> hold)
    {
        try
        {
            ControlLog.Request(log, request.Verb, request.Name);
            var action = handler.Prepare(request);
            job.Queue();
            await turn.WaitAsync(job.Peer, job.GivenUp);
            try
            {
                job.Begin();
                var answer = ControlLines.Line(
                    new ControlResponse(ControlProtocol.Version, ExitCode.Ok, [], action()),
                    ControlJson.Default.ControlResponse);
                // Nobody waits any more for an answer that was given up.
                return job.GivenUp.IsCancellationRequested || await hold(answer.Length)
                    ? answer
                    : Refused(ExitCode.Failure,
                        "done, but there are too many long answers at a time; try again");
            }
            finally
            {
                turn.Release();
            }
        }
        catch (Exception e) when (Failure.Of(e) is { } failure)
        {
            if (throttle.Allows(out _))
            {
                ControlLog.Failed(log, request.Verb, failure.Lines[0]);
            }

            return Refused(failure.Code, [.. failure.Lines]);
        }
        catch (Exception e)
        {
            // A defect of ours in one request: told to the client and the log, others go on.
            ControlLog.Broke(log, e, request.Verb);
            return Refused(
                ExitCode.Failure, $"the gateway failed: {e.GetType().Name}: {e.Message}");
        }
        finally
        {
            if (isLong)
            {
                longTurn.Release();
            }
        }
    }

    private async Task<ReadOnlyMemory<byte>> WatchAsync(
        ControlRequest request, Job job, Task<ReadOnlyMemory<byte>> work,
        CancellationToken evicted, CancellationToken stop)
    {
        var startMs = Environment.TickCount64;
        long? stopMs = null;
        while (!work.IsCompleted)
        {
            await Task.WhenAny(work, Task.Delay(Look, evicted));
            if (evicted.IsCancellationRequested)
            {
                job.GiveUp();
                evicted.ThrowIfCancellationRequested();
            }

            var nowMs = Environment.TickCount64;
            stopMs ??= stop.IsCancellationRequested ? nowMs : null;
            var limit = ControlProtocol.TakesLong(request) ? limits.Change : limits.Question;
            var (code, why) = (nowMs - startMs, silence()) switch
            {
                _ when work.IsCompleted => (ExitCode.Ok, null),
                _ when nowMs - stopMs >= StopGrace.TotalMilliseconds =>
                    (ExitCode.Failure, "the gateway is stopping"),
                (_, var silent) when silent >= limits.Silence => (ExitCode.Device,
                    $"the board has not answered for {silent.TotalSeconds:0} s"),
                _ when job.Waited >= limits.Turn =>
                    (ExitCode.Failure, "the gateway is busy with other requests for "
                        + $"{job.Waited.TotalSeconds:0} s"),
                (var ms, _) when ms >= limit.TotalMilliseconds => (ExitCode.Device,
                    $"the board is too slow: not done within {limit.TotalSeconds:0.#} s"),
                _ => (ExitCode.Ok, (string?)null),
            };
            if (why is not null)
            {
                ControlLog.GivenUp(log, request.Verb, why);
                return Refused(code, why, job.GiveUp()
                    ? "nothing was done"
                    : "the request had begun, and may still be done when the board answers");
            }
        }

        return await work;
    }

    /// <summary>Whether a request was begun or given up: only one of the two happens first.
    /// </summary>
    private sealed class Job(int peer)
    {
        private const long Nothing = -1;
        private readonly CancellationTokenSource givenUp = new();
        private long sinceMs = Nothing;
        private int state;

        public int Peer => peer;

        public CancellationToken GivenUp => givenUp.Token;

        /// <summary>For how long it has waited for those in front of it; zero once it is begun,
        /// and while it is still prepared, beside them.</summary>
        public TimeSpan Waited => Interlocked.Read(ref sinceMs) is var since and not Nothing
            && Volatile.Read(ref state) == 0
                ? TimeSpan.FromMilliseconds(Environment.TickCount64 - since) : TimeSpan.Zero;

        public void Queue() => Interlocked.Exchange(ref sinceMs, Environment.TickCount64);

        /// <exception cref="OperationCanceledException">It was given up.</exception>
        public void Begin()
        {
            if (Interlocked.CompareExchange(ref state, 1, 0) != 0)
            {
                throw new OperationCanceledException();
            }
        }

        /// <summary>True when it had not begun, and now never will.</summary>
        public bool GiveUp()
        {
            givenUp.Cancel();
            return Interlocked.CompareExchange(ref state, 2, 0) == 0;
        }
    }
}

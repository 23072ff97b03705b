using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using SmartNic.Cli.Shell;
using SmartNic.Sim.Server;

namespace SmartNic.Cli.Control;

/// <summary>
/// Listens on the control socket and answers requests. Each client has its own conversation, and
/// costs no more than <see cref="SocketLimits"/> says, whatever it sends or does not read.
/// </summary>
internal sealed class ControlServer : IDisposable
{
    // Each piece that a client takes tells it from one that reads nothing.
    private const int PieceBytes = 64 * 1024;

    private static readonly TimeSpan LastAnswers = TimeSpan.FromSeconds(2);

    private readonly Socket listener;
    private readonly string path;
    private readonly ControlWork work;
    private readonly SocketLimits limits;
    private readonly ControlAdmission admission;
    private readonly ILogger log;
    private readonly LogThrottle throttle = new();
    private int serving;

    /// <summary>Opens the socket; only its owner may connect.</summary>
    /// <param name="path">Where.</param>
    /// <param name="handler">Does what is asked for.</param>
    /// <param name="log">Told what happens.</param>
    /// <param name="silence">For how long the board has not answered; null for never.</param>
    /// <param name="limits">What clients may cost; null for what is usual.</param>
    /// <exception cref="CliException">Somebody listens there, or it fails.</exception>
    public ControlServer(
        string path, IControlHandler handler, ILogger log, Func<TimeSpan>? silence = null,
        SocketLimits? limits = null)
    {
        this.path = path;
        this.log = log;
        this.limits = limits ?? new SocketLimits();
        admission = new ControlAdmission(this.limits);
        work = new ControlWork(handler, silence ?? (() => TimeSpan.Zero), this.limits, log);
        listener = UnixSocket.Listen(path);
    }

    /// <summary>Serves until cancelled; requests at hand are answered before it ends.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        ControlLog.Open(log, path);
        var isFailing = false;
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                var client = await AcceptAsync(cancel);
                if (isFailing)
                {
                    isFailing = false;
                    ControlLog.AcceptsAgain(log);
                }

                Start(client, cancel);
            }
            catch (OperationCanceledException)
            {
                break;
            }
            catch (SocketException e)
            {
                // Told once, and tried again.
                if (!isFailing)
                {
                    isFailing = true;
                    ControlLog.CannotAccept(log, e.Message);
                }

                await Task.Delay(limits.AcceptPause, CancellationToken.None);
            }
        }

        var endMs = Environment.TickCount64 + LastAnswers.TotalMilliseconds;
        while (Volatile.Read(ref serving) > 0 && Environment.TickCount64 < endMs)
        {
            await Task.Delay(10, CancellationToken.None);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => listener.Dispose();

    /// <exception cref="SocketException">One that left again, or no descriptor is free.</exception>
    private async Task<Socket> AcceptAsync(CancellationToken cancel)
    {
        var client = await listener.AcceptAsync(cancel);
        if (DescriptorReserve.Allows(client))
        {
            return client;
        }

        client.Dispose();
        throw new SocketException((int)SocketError.TooManyOpenSockets);
    }

    private void Start(Socket client, CancellationToken stop)
    {
        if (admission.TryAdd(client, PeerProcess.Of(client)) is { } connection)
        {
            Interlocked.Increment(ref serving);
            _ = ServeAsync(connection, stop);
            return;
        }

        const string Busy = "the gateway is busy with other clients";
        client.Blocking = false;
        client.Send(
            ControlWork.Refused(ExitCode.Failure, Busy).Span, SocketFlags.None, out _);
        client.Dispose();
        Ended(Busy);
    }

    private async Task ServeAsync(ControlConnection connection, CancellationToken stop)
    {
        var evicted = connection.Evicted;
        await using var stream = new NetworkStream(connection.Socket);
        try
        {
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop, evicted);
            var lines = new ControlLines(
                stream, limits.RequestBytes, bytes => admission.TryHold(connection, bytes));
            while (await ReceiveAsync(lines, ended.Token) is { } line)
            {
                admission.SetWorking(connection, true);
                var answer = await work.AnswerAsync(line, lines.Release,
                    bytes => admission.HoldAsync(connection, lines.HeldBytes + bytes),
                    connection, stop);
                admission.SetWorking(connection, false);
                await SendAsync(stream, answer, connection);
                admission.TryHold(connection, lines.HeldBytes);
            }
        }
        catch (InvalidDataException e)
        {
            Ended(e.Message);
            await TellAsync(stream, e.Message, connection);
        }
        catch (Exception e) when (e is IOException or SocketException or TimeoutException)
        {
            // Safe to drop: the client is gone, or does not read; the gateway is not hurt.
            Ended(e.Message);
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            if (!stop.IsCancellationRequested)
            {
                Ended("others needed its room");
            }
        }
        catch (Exception e)
        {
            // A defect of ours with one client: told to the log, others go on.
            ControlLog.Broke(log, e, "of a connection");
        }
        finally
        {
            admission.Remove(connection);
            Interlocked.Decrement(ref serving);
        }
    }

    private async Task<ReadOnlyMemory<byte>?> ReceiveAsync(
        ControlLines lines, CancellationToken cancel)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        late.CancelAfter(limits.Request);
        try
        {
            return await lines.ReceiveAsync(late.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new InvalidDataException(
                $"no whole request within {limits.Request.TotalSeconds:0.#} s");
        }
    }

    /// <exception cref="TimeoutException">The client does not take it.</exception>
    private async Task SendAsync(
        NetworkStream stream, ReadOnlyMemory<byte> answer, ControlConnection connection)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(connection.Evicted);
        late.CancelAfter(limits.Answer);
        try
        {
            for (var at = 0; at < answer.Length; at += PieceBytes)
            {
                var piece = answer[at..Math.Min(at + PieceBytes, answer.Length)];
                await stream.WriteAsync(piece, late.Token);
                admission.SetWorking(connection, false);
            }
        }
        catch (OperationCanceledException) when (!connection.Evicted.IsCancellationRequested)
        {
            throw new TimeoutException(
                $"an answer was not read within {limits.Answer.TotalSeconds:0.#} s");
        }
    }

    private async Task TellAsync(NetworkStream stream, string why, ControlConnection connection)
    {
        try
        {
            await SendAsync(stream, ControlWork.Refused(ExitCode.Failure, why), connection);
        }
        catch (Exception e) when (e is IOException or TimeoutException
            or OperationCanceledException)
        {
            // Safe to drop: it was told before why the connection ends.
        }
    }

    private void Ended(string why)
    {
        if (throttle.Allows(out var suppressed))
        {
            if (suppressed > 0)
            {
                ControlLog.EndedAlike(log, suppressed);
            }

            ControlLog.Ended(log, why);
        }
    }
}

/// <summary>Does what control requests ask for.</summary>
internal interface IControlHandler
{
    /// <summary>Reads what a request brings along; needs no board, and may run for several.
    /// </summary>
    /// <returns>Does the request; called by one thread at a time. The result is of the type that
    /// the verb determines.</returns>
    /// <exception cref="CliException">It is refused, here or when it is done.</exception>
    Func<JsonElement> Prepare(ControlRequest request);
}

using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SmartNic.Cli.Shell;
using SmartNic.Sim.Server;

namespace SmartNic.Cli.Control;

/// <summary>Asks the attached gateway; one connection per request.</summary>
/// <param name="socketPath">Its control socket.</param>
/// <param name="limits">How long to wait; null for what is usual.</param>
internal sealed class ControlClient(string socketPath, SocketLimits? limits = null)
{
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(20);

    private readonly SocketLimits limits = limits ?? new SocketLimits();

    /// <summary>Asks for the result of <paramref name="verb"/>.</summary>
    /// <exception cref="CliException">Nobody is attached, or the request was refused.</exception>
    public Task<T> AskAsync<T>(string verb, JsonTypeInfo<T> type, CancellationToken cancel) =>
        AskAsync(new ControlRequest(ControlProtocol.Version, verb), type, cancel);

    /// <summary>Asks for the result of <paramref name="request"/>.</summary>
    /// <exception cref="CliException">
    /// Nobody is attached, it does not answer in time, or the request was refused.
    /// </exception>
    public async Task<T> AskAsync<T>(
        ControlRequest request, JsonTypeInfo<T> type, CancellationToken cancel)
    {
        // The gateway itself answers in less time, whatever its board does.
        var limit = limits.Turn + limits.Answer
            + (ControlProtocol.TakesLong(request) ? limits.Change : limits.Question);
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        late.CancelAfter(limit);
        try
        {
            using var socket = await ConnectAsync(late.Token);
            using var stream = new NetworkStream(socket);
            var response = await ExchangeAsync(stream, request, late.Token);
            if (response.Code != ExitCode.Ok)
            {
                throw new CliException(response.Code, response.Errors);
            }

            return response.Result is { } result && result.Deserialize(type) is { } value
                ? value : throw Broken("its answer has no result");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw Broken($"nothing came within {limit.TotalSeconds:0.#} s");
        }
        catch (JsonException e)
        {
            throw Broken(e.Message);
        }
    }

    private async Task<Socket> ConnectAsync(CancellationToken cancel)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            while (true)
            {
                try
                {
                    await socket.ConnectAsync(new UnixDomainSocketEndPoint(socketPath), cancel);
                    return socket;
                }
                catch (SocketException e) when (e.SocketErrorCode == SocketError.WouldBlock)
                {
                    // So many clients wait to be accepted that there is no place for one more yet.
                    await Task.Delay(Retry, cancel);
                }
            }
        }
        catch (Exception e) when (e is SocketException or ArgumentException)
        {
            socket.Dispose();
            throw new CliException(ExitCode.Device,
                $"no gateway is attached at {socketPath}: "
                    + (File.Exists(socketPath) ? Words(e) : "there is no such socket"),
                "start one with `snic board attach`, or name its socket with --socket");
        }
        catch (OperationCanceledException)
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task<ControlResponse> ExchangeAsync(
        NetworkStream stream, ControlRequest request, CancellationToken cancel)
    {
        var lines = new ControlLines(stream, ControlProtocol.MaxAnswerBytes);
        try
        {
            await SendAsync(stream, request, cancel);
            var line = await lines.ReceiveAsync(cancel)
                ?? throw Closed();
            var answer = ControlLines.Message(line.Span, ControlJson.Default.ControlResponse);
            return answer.Errors is null
                ? throw new InvalidDataException("an answer without errors and result")
                : answer;
        }
        catch (IOException)
        {
            throw Closed();
        }
        catch (InvalidDataException e)
        {
            throw Broken(e.Message);
        }
    }

    // A socket's own message repeats the path.
    private static string Words(Exception e) =>
        e is SocketException socket ? new SocketException((int)socket.SocketErrorCode).Message
            : e.Message;

    private static async Task SendAsync(
        NetworkStream stream, ControlRequest request, CancellationToken cancel)
    {
        try
        {
            await stream.WriteAsync(
                ControlLines.Line(request, ControlJson.Default.ControlRequest), cancel);
        }
        catch (IOException)
        {
            // The gateway closes when a request is too long, and has said so: that is read next.
        }
    }

    private static CliException Closed() => new(ExitCode.Device,
        "the attached gateway closed the connection without an answer",
        "it stopped, or other clients needed the room: try again");

    private static CliException Broken(string why) => new(ExitCode.Device,
        $"the attached gateway did not answer properly: {why}",
        "look at the output of `snic board attach`; it may be of another version");
}

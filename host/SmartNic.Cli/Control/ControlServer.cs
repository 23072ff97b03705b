using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using SmartNic.Cli.Shell;

namespace SmartNic.Cli.Control;

/// <summary>Listens on the control socket and answers requests, one after another.</summary>
internal sealed class ControlServer : IDisposable
{
    private readonly Socket listener;
    private readonly string path;
    private readonly IControlHandler handler;
    private readonly ILogger log;
    private readonly SemaphoreSlim oneAtATime = new(1, 1);

    /// <summary>Opens the socket; only its owner may connect.</summary>
    /// <exception cref="CliException">Somebody listens there, or it fails.</exception>
    public ControlServer(string path, IControlHandler handler, ILogger log)
    {
        this.path = path;
        this.handler = handler;
        this.log = log;
        UnixSocket.RemoveStale(path);
        listener = UnixSocket.Listen(path);
    }

    /// <summary>Serves until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        ControlLog.Open(log, path);
        while (!cancel.IsCancellationRequested)
        {
            Socket client;
            try
            {
                client = await listener.AcceptAsync(cancel);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            _ = ServeAsync(client, cancel);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        listener.Dispose();
        File.Delete(path);
        oneAtATime.Dispose();
    }

    private async Task ServeAsync(Socket client, CancellationToken cancel)
    {
        try
        {
            using var stream = new NetworkStream(client, ownsSocket: true);
            var lines = new ControlLines(stream);
            var type = ControlJson.Default.ControlRequest;
            while (await lines.ReceiveAsync(type, cancel) is { } request)
            {
                var response = await AnswerAsync(request, cancel);
                await lines.SendAsync(response, ControlJson.Default.ControlResponse, cancel);
            }
        }
        catch (Exception e) when (e is IOException or SocketException or InvalidDataException)
        {
            // Safe to drop: the client is gone or speaks another protocol; the gateway is not hurt.
            ControlLog.Ended(log, e.Message);
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // Safe to drop: the gateway is being stopped.
            client.Dispose();
        }
    }

    private async Task<ControlResponse> AnswerAsync(
        ControlRequest request, CancellationToken cancel)
    {
        if (request.Protocol != ControlProtocol.Version)
        {
            return Refused(ExitCode.Failure, $"protocol {request.Protocol} is not spoken here; "
                + $"the gateway speaks {ControlProtocol.Version}: use the same version of snic");
        }

        await oneAtATime.WaitAsync(cancel);
        try
        {
            ControlLog.Request(log, request.Verb, request.Name);
            var result = handler.Handle(request);
            return new ControlResponse(ControlProtocol.Version, ExitCode.Ok, [], result);
        }
        catch (Exception e) when (Failure.Of(e) is { } failure)
        {
            ControlLog.Failed(log, request.Verb, failure.Lines[0]);
            return Refused(failure.Code, [.. failure.Lines]);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A defect of ours in one request: told to the client and the log, others go on.
            ControlLog.Broke(log, e, request.Verb);
            return Refused(
                ExitCode.Failure, $"the gateway failed: {e.GetType().Name}: {e.Message}");
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private static ControlResponse Refused(int code, params string[] errors) =>
        new(ControlProtocol.Version, code, errors);
}

/// <summary>Does what control requests ask for; called by one thread at a time.</summary>
internal interface IControlHandler
{
    /// <summary>Does it; the result is of the type that the verb determines.</summary>
    /// <exception cref="CliException">It is refused.</exception>
    JsonElement Handle(ControlRequest request);
}

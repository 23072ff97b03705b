using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SmartNic.Cli.Shell;

namespace SmartNic.Cli.Control;

/// <summary>Asks the attached gateway; one connection per request.</summary>
internal sealed class ControlClient(string socketPath)
{
    /// <summary>Asks for the result of <paramref name="verb"/>.</summary>
    /// <exception cref="CliException">Nobody is attached, or the request was refused.</exception>
    public Task<T> AskAsync<T>(string verb, JsonTypeInfo<T> type, CancellationToken cancel) =>
        AskAsync(new ControlRequest(ControlProtocol.Version, verb), type, cancel);

    /// <summary>Asks for the result of <paramref name="request"/>.</summary>
    /// <exception cref="CliException">Nobody is attached, or the request was refused.</exception>
    public async Task<T> AskAsync<T>(
        ControlRequest request, JsonTypeInfo<T> type, CancellationToken cancel)
    {
        using var socket = new Socket(
            AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(socketPath), cancel);
        }
        catch (Exception e) when (e is SocketException or ArgumentException)
        {
            throw new CliException(ExitCode.Device,
                $"no gateway is attached at {socketPath}: "
                    + (File.Exists(socketPath) ? e.Message : "there is no such socket"),
                "start one with `snic board attach`, or name its socket with --socket");
        }

        using var stream = new NetworkStream(socket);
        var response = await ExchangeAsync(new ControlLines(stream), request, cancel);
        if (response.Code != ExitCode.Ok)
        {
            throw new CliException(response.Code, response.Errors);
        }

        return response.Result is { } result && result.Deserialize(type) is { } value
            ? value : throw Broken("its answer has no result");
    }

    private static async Task<ControlResponse> ExchangeAsync(
        ControlLines lines, ControlRequest request, CancellationToken cancel)
    {
        try
        {
            await lines.SendAsync(request, ControlJson.Default.ControlRequest, cancel);
            return await lines.ReceiveAsync(ControlJson.Default.ControlResponse, cancel)
                ?? throw Broken("it closed the connection without an answer");
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            throw Broken(e.Message);
        }
    }

    private static CliException Broken(string why) => new(ExitCode.Device,
        $"the attached gateway did not answer properly: {why}",
        "look at the output of `snic board attach`; it may be of another version");
}

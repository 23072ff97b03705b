using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SmartNic.Demo;

/// <summary>Asks the attached gateway over its control socket, many times over one connection: a
/// thousand changes are not to start a thousand programs.</summary>
internal sealed class ControlClient : IDisposable
{
    private readonly Socket _socket = new(
        AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

    private readonly StreamReader _reader;
    private readonly NetworkStream _stream;

    /// <exception cref="DemoException">Nobody is attached.</exception>
    public ControlClient(string path)
    {
        try
        {
            _socket.Connect(new UnixDomainSocketEndPoint(path));
        }
        catch (SocketException e)
        {
            _socket.Dispose();
            throw new DemoException($"no gateway is attached at {path}: {e.Message}", e);
        }

        _stream = new NetworkStream(_socket);
        _reader = new StreamReader(_stream);
    }

    /// <summary>Puts a configuration in force.</summary>
    /// <returns>Table entries that were written and removed.</returns>
    /// <exception cref="DemoException">It was refused.</exception>
    public (int Added, int Removed) Apply(string yaml)
    {
        JsonNode result = Ask(new JsonObject
        {
            ["protocol"] = 1, ["verb"] = "config.apply", ["text"] = yaml, ["file"] = "change.yaml",
        });
        return ((int)result["entries_added"]!, (int)result["entries_removed"]!);
    }

    /// <summary>Asks for the result of a verb.</summary>
    /// <exception cref="DemoException">It was refused.</exception>
    public JsonNode Ask(string verb) =>
        Ask(new JsonObject { ["protocol"] = 1, ["verb"] = verb });

    public void Dispose()
    {
        _reader.Dispose();
        _stream.Dispose();
        _socket.Dispose();
    }

    private JsonNode Ask(JsonObject request)
    {
        byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(request), (byte)'\n'];
        string? answer;
        try
        {
            _stream.Write(line);
            answer = _reader.ReadLine();
        }
        catch (IOException e)
        {
            throw new DemoException($"{request["verb"]}: {e.Message}", e);
        }

        JsonNode response = JsonNode.Parse(answer
            ?? throw new DemoException($"{request["verb"]}: closed without an answer"))!;
        return (int)response["code"]! == 0 ? response["result"]! : throw new DemoException(
            $"{request["verb"]}: {string.Join("; ", response["errors"]!.AsArray())}");
    }
}

using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SmartNic.Cli.Control;

/// <summary>Sends and receives lines of JSON on a stream.</summary>
internal sealed class ControlLines(Stream stream)
{
    private byte[] buffer = new byte[4096];
    private int filled;

    /// <summary>Writes a message and its line feed.</summary>
    public async Task SendAsync<T>(T message, JsonTypeInfo<T> type, CancellationToken cancel)
    {
        var line = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(line))
        {
            JsonSerializer.Serialize(writer, message, type);
        }

        line.Write("\n"u8);
        await stream.WriteAsync(line.WrittenMemory, cancel);
        await stream.FlushAsync(cancel);
    }

    /// <summary>Reads a message; default at the end of the stream.</summary>
    /// <exception cref="InvalidDataException">The line is too long, cut, or not the JSON expected.
    /// </exception>
    public async Task<T?> ReceiveAsync<T>(JsonTypeInfo<T> type, CancellationToken cancel)
        where T : class
    {
        var searched = 0;
        while (true)
        {
            var end = buffer.AsSpan(searched, filled - searched).IndexOf((byte)'\n');
            if (end >= 0)
            {
                return Take(searched + end, type);
            }

            searched = filled;
            Grow();
            var count = await stream.ReadAsync(buffer.AsMemory(filled), cancel);
            if (count == 0)
            {
                return filled == 0 ? null : throw new InvalidDataException("a message was cut");
            }

            filled += count;
        }
    }

    private T Take<T>(int length, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(buffer.AsSpan(0, length), type)
                ?? throw new InvalidDataException("expected a JSON object, found null");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"not a message of the protocol: {e.Message}", e);
        }
        finally
        {
            filled -= length + 1;
            buffer.AsSpan(length + 1, filled).CopyTo(buffer);
        }
    }

    private void Grow()
    {
        if (filled < buffer.Length)
        {
            return;
        }

        if (filled >= ControlProtocol.MaxLineBytes)
        {
            throw new InvalidDataException(
                $"a message is longer than {ControlProtocol.MaxLineBytes} bytes");
        }

        Array.Resize(ref buffer, buffer.Length * 2);
    }
}

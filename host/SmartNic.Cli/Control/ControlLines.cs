using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SmartNic.Cli.Control;

/// <summary>Sends and receives lines of JSON on a stream.</summary>
/// <param name="stream">The stream.</param>
/// <param name="maxBytes">Longest line that is received.</param>
/// <param name="mayHold">
/// Asked before more bytes are held than before, and told when it is less; null for always.
/// </param>
internal sealed class ControlLines(Stream stream, int maxBytes, Func<int, bool>? mayHold = null)
{
    private const int SmallBytes = 4096;

    // No reader takes a line for a page of HTML; a configuration is not to grow on its way.
    private static readonly JsonWriterOptions Writing =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private byte[] buffer = new byte[SmallBytes];
    private int start;
    private int end;

    /// <summary>Bytes that are held for a line that is longer than most.</summary>
    public int HeldBytes => buffer.Length > SmallBytes ? buffer.Length : 0;

    /// <summary>A message as the line that it is sent as, line feed included.</summary>
    public static ReadOnlyMemory<byte> Line<T>(T message, JsonTypeInfo<T> type)
    {
        var line = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(line, Writing))
        {
            JsonSerializer.Serialize(writer, message, type);
        }

        line.Write("\n"u8);
        return line.WrittenMemory;
    }

    /// <summary>A line as a message.</summary>
    /// <exception cref="InvalidDataException">It is not the JSON expected.</exception>
    public static T Message<T>(ReadOnlySpan<byte> line, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(line, type)
                ?? throw new InvalidDataException("expected a JSON object, found null");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException("not a message of the protocol: no JSON, or not of the "
                + $"form expected, at byte {e.BytePositionInLine} ({e.Path})", e);
        }
    }

    /// <summary>Receives a line, without its line feed; null at the end of the stream.</summary>
    /// <returns>The bytes; valid until <see cref="Release"/> or the next line.</returns>
    /// <exception cref="InvalidDataException">The line is too long, or cut.</exception>
    public async Task<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancel)
    {
        var searched = start;
        while (true)
        {
            var found = buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n');
            if (found >= 0)
            {
                var line = buffer.AsMemory(start, searched + found - start);
                start = searched + found + 1;
                return line;
            }

            searched = end;
            if (end == buffer.Length)
            {
                searched -= start;
                MakeRoom();
            }

            var count = await stream.ReadAsync(buffer.AsMemory(end), cancel);
            if (count == 0)
            {
                return start == end ? null : throw new InvalidDataException("a message was cut");
            }

            end += count;
        }
    }

    /// <summary>Gives the memory of a long line back.</summary>
    public void Release()
    {
        if (buffer.Length > SmallBytes && end - start <= SmallBytes)
        {
            Move(new byte[SmallBytes]);
            mayHold?.Invoke(0);
        }
    }

    private void MakeRoom()
    {
        if (start > 0)
        {
            Move(buffer);
            return;
        }

        if (end >= maxBytes)
        {
            throw new InvalidDataException($"a message is longer than {maxBytes} bytes");
        }

        var size = (int)Math.Min(2L * buffer.Length, maxBytes);
        if (mayHold?.Invoke(size) == false)
        {
            throw new InvalidDataException("too many long messages at a time; try again");
        }

        Move(new byte[size]);
    }

    private void Move(byte[] target)
    {
        buffer.AsSpan(start, end - start).CopyTo(target);
        buffer = target;
        end -= start;
        start = 0;
    }
}

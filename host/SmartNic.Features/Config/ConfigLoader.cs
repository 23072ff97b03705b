using System.Text;
using SmartNic.Features.Fields;
using SmartNic.Features.Reading;

namespace SmartNic.Features;

/// <summary>
/// Reads <c>gateway.yaml</c>. Whatever the file holds, the result says what is wrong with it, all
/// of it: file, line, column, what was expected, and what was found. Nothing is thrown.
/// </summary>
public static class ConfigLoader
{
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Reads a file.</summary>
    /// <param name="path">A file or a pipe: UTF-8, with or without byte order mark.</param>
    public static ConfigResult Load(string path) => Load(path, out _);

    /// <summary>Reads a file once, and keeps its text for who sends it on.</summary>
    /// <param name="path">A file or a pipe: UTF-8, with or without byte order mark.</param>
    /// <param name="text">The text without byte order mark; empty when it cannot be read.</param>
    public static ConfigResult Load(string path, out string text)
    {
        text = "";
        byte[] bytes;
        try
        {
            if (ReadBytes(path) is not { } read)
            {
                return Failed(path, 1, 1, $"expected at most {ConfigLimits.FileBytes} bytes "
                    + $"({ConfigLimits.FileBytes >> 20} MiB), found more; is it a gateway.yaml?");
            }

            bytes = read;
        }
        catch (Exception e) when (FileTrouble.Is(e))
        {
            return Failed(path, 1, 1, $"cannot be read: {FileTrouble.Of(path, e)}");
        }

        var start = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0;
        try
        {
            text = Utf8.GetString(bytes, start, bytes.Length - start);
        }
        catch (DecoderFallbackException e)
        {
            return NotUtf8(path, bytes, start + e.Index);
        }

        return Parse(text, path);
    }

    /// <summary>Reads a configuration from text.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="file">What errors call the file.</param>
    public static ConfigResult Parse(string text, string file)
    {
        // A character is at least a byte of the file.
        if (text.Length > ConfigLimits.FileBytes)
        {
            return Failed(
                file, 1, 1, $"expected at most {ConfigLimits.FileBytes} bytes, found more");
        }

        var errors = new ErrorList(file);
        var root = YamlTree.Read(text, errors);
        var config = root is null
            ? null
            : GatewaySection.File.Read(root, new ReadContext(errors), out _);
        return new ConfigResult(errors.IsEmpty ? config : null, errors.InFileOrder())
        {
            Warnings = errors.IsEmpty ? errors.WarningsInFileOrder() : [],
        };
    }

    /// <summary>
    /// All bytes, or null when there are too many: the length of a device or a pipe is not known
    /// before it ends, and some never end.
    /// </summary>
    private static byte[]? ReadBytes(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var known = file.CanSeek ? file.Length : 0;
        if (known > ConfigLimits.FileBytes)
        {
            return null;
        }

        var buffer = new byte[Math.Max(4096, (int)known + 1)];
        var used = 0;
        int count;
        while ((count = file.Read(buffer, used, buffer.Length - used)) > 0)
        {
            used += count;
            if (used > ConfigLimits.FileBytes)
            {
                return null;
            }

            if (used == buffer.Length)
            {
                Array.Resize(ref buffer, Math.Min(2 * used, ConfigLimits.FileBytes + 1));
            }
        }

        return buffer.AsSpan(0, used).ToArray();
    }

    private static ConfigResult NotUtf8(string path, byte[] bytes, int offset)
    {
        var before = bytes.AsSpan(0, offset);
        var line = before.Count((byte)'\n') + 1;
        var column = offset - before.LastIndexOf((byte)'\n');
        var hint = bytes is [0xff, 0xfe, ..] or [0xfe, 0xff, ..]
            ? " (UTF-16; save the file as UTF-8)" : "; save the file as UTF-8";
        return Failed(path, line, column,
            $"expected UTF-8, found the byte 0x{bytes[offset]:x2} at offset {offset}{hint}");
    }

    private static ConfigResult Failed(string path, int line, int column, string message)
    {
        var errors = new ErrorList(path);
        errors.Add(line, column, message);
        return new(null, errors.InFileOrder());
    }
}

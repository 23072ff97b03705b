using System.Text;
using SmartNic.Driver.Reading;

namespace SmartNic.Driver;

/// <summary>
/// Reads <c>gateway.yaml</c>. Whatever the file holds, the result says what is wrong with it, all
/// of it: file, line, column, what was expected, and what was found. Nothing is thrown.
/// </summary>
public static class ConfigLoader
{
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file, UTF-8, with or without byte order mark.</param>
    public static ConfigResult Load(string path)
    {
        try
        {
            var length = new FileInfo(path).Length;
            if (length > ConfigLimits.FileBytes)
            {
                return Failed(
                    path, $"expected at most {ConfigLimits.FileBytes} bytes, found {length}");
            }

            var bytes = File.ReadAllBytes(path);
            var mark = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0;
            return Parse(Utf8.GetString(bytes, mark, bytes.Length - mark), path);
        }
        catch (DecoderFallbackException e)
        {
            return Failed(path, $"expected UTF-8, found other bytes at offset {e.Index}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException
            or ArgumentException or NotSupportedException)
        {
            // Everything by which the file system refuses a path; the message says which.
            return Failed(path, $"cannot be read: {e.Message}");
        }
    }

    /// <summary>Reads a configuration from text.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="file">What errors call the file.</param>
    public static ConfigResult Parse(string text, string file)
    {
        // A character is at least a byte of the file.
        if (text.Length > ConfigLimits.FileBytes)
        {
            return Failed(file, $"expected at most {ConfigLimits.FileBytes} bytes, found more");
        }

        var errors = new ErrorList(file);
        var root = YamlTree.Read(text, errors);
        var config = root is null ? null : ConfigReader.Read(root, errors);
        return new ConfigResult(errors.IsEmpty ? config : null, errors.InFileOrder());
    }

    private static ConfigResult Failed(string path, string message) =>
        new(null, [new ConfigError(path, 1, 1, message)]);
}

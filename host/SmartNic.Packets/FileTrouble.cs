namespace SmartNic;

/// <summary>
/// Why the operating system refused a file, in words for the person who named it: no path of
/// ours, no name of a temporary file, no type of the runtime. Compiled into each program part.
/// </summary>
internal static class FileTrouble
{
    /// <summary>Whether an exception is a refusal of the file system.</summary>
    public static bool Is(Exception exception) => exception is IOException
        or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    /// <summary>What is wrong with a path; goes after <c>path: cannot be ...: </c>.</summary>
    /// <param name="path">The path as it was given.</param>
    /// <param name="exception">How it was refused.</param>
    public static string Of(string path, Exception exception) => exception switch
    {
        _ when string.IsNullOrWhiteSpace(path) => "the name is empty",
        _ when path.Contains('\0', StringComparison.Ordinal) => "the name has a zero byte",
        _ when Directory.Exists(path) => "it is a folder; name a file",
        FileNotFoundException => "there is no such file",
        DirectoryNotFoundException => "there is no such folder",
        PathTooLongException => "the name is too long",
        UnauthorizedAccessException => "permission denied",
        _ => Words(exception.Message),
    };

    /// <summary>The words of the operating system, without the path behind them.</summary>
    public static string Words(string message)
    {
        var end = message.IndexOf(" : '", StringComparison.Ordinal);
        var words = (end < 0 ? message : message[..end]).TrimEnd('.');
        return words.Length == 0 ? "an error of the operating system"
            : char.ToLowerInvariant(words[0]) + words[1..];
    }
}

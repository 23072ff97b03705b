namespace SmartNic.Cli.Replay;

/// <summary>One <c>NAME=FILE</c> of the command line.</summary>
/// <param name="Name">What the file is for.</param>
/// <param name="Path">The file.</param>
internal readonly record struct AssignedFile(string Name, string Path)
{
    /// <summary>The two parts of a word; null when it has not both.</summary>
    public static AssignedFile? TryParse(string word) =>
        word.IndexOf('=', StringComparison.Ordinal) is >= 0 and var at && at < word.Length - 1
            ? new(word[..at], word[(at + 1)..]) : null;
}

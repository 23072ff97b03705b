namespace SmartNic.Cli.Board;

/// <summary>Pauses between tries: 1, 2, 4, ... 30 s, until a time is over.</summary>
/// <param name="limit">All pauses together.</param>
internal sealed class BackOff(TimeSpan limit)
{
    /// <summary>The longest pause.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private TimeSpan next = TimeSpan.FromSeconds(1);
    private TimeSpan left = limit;

    /// <summary>The next pause; null when the time is over.</summary>
    public TimeSpan? Next()
    {
        if (left <= TimeSpan.Zero)
        {
            return null;
        }

        var pause = next < left ? next : left;
        left -= pause;
        next = next * 2 < Longest ? next * 2 : Longest;
        return pause;
    }
}

namespace SmartNic.Cli.Shell;

/// <summary>Exit codes of <c>snic</c>, the same for every verb.</summary>
public static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Ok = 0;

    /// <summary>
    /// Not done: a file is wrong, a configuration was refused, nothing of that name.
    /// </summary>
    public const int Failure = 1;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;

    /// <summary>No board, no attached gateway, or the board failed.</summary>
    public const int Device = 3;

    /// <summary>The codes as help shows them.</summary>
    public const string Help =
        "0 done, 1 failed, 2 wrong usage, 3 board or attached gateway missing";
}

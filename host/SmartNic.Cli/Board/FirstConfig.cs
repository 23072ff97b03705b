using SmartNic.Cli.Config;
using SmartNic.Cli.Shell;
using SmartNic.Driver;
using SmartNic.Features;

namespace SmartNic.Cli.Board;

/// <summary>What <c>--config</c> says, and whether it wins over the state.</summary>
/// <param name="Path">The file; null without one.</param>
/// <param name="Config">What it holds; null when it is wrong or there is none.</param>
/// <param name="Wrong">Why it cannot be used.</param>
/// <param name="Wins">Whether it replaces the configuration that was in force.</param>
internal sealed record FirstConfig(
    string? Path, GatewayConfig? Config, CliException? Wrong, bool Wins)
{
    /// <summary>Reads the file.</summary>
    public static FirstConfig Load(string? path, bool wins)
    {
        if (path is null)
        {
            return new FirstConfig(null, null, null, false);
        }

        try
        {
            return new FirstConfig(path, ConfigFile.Load(path), null, wins);
        }
        catch (CliException e)
        {
            return new FirstConfig(path, null, e, wins);
        }
    }

    /// <summary>A file that is needed must be right; checked before a board is touched.</summary>
    /// <param name="state">The state of the board.</param>
    /// <exception cref="CliException">It is needed, and wrong.</exception>
    public void Check(AttachState state)
    {
        if (Wrong is not null && (Wins || state.Last is null))
        {
            throw Wrong;
        }
    }
}

using SmartNic.Cli.Shell;
using SmartNic.Driver;

namespace SmartNic.Cli.Config;

/// <summary>Reads configurations for the verbs.</summary>
internal static class ConfigFile
{
    /// <summary>The configuration of a file.</summary>
    /// <exception cref="CliException">It is wrong; names line and column.</exception>
    public static GatewayConfig Load(string path) => Take(ConfigLoader.Load(path));

    /// <summary>The configuration that a text holds.</summary>
    /// <exception cref="CliException">It is wrong; names line and column.</exception>
    public static GatewayConfig Parse(string text, string file) =>
        Take(ConfigLoader.Parse(text, file));

    private static GatewayConfig Take(ConfigResult result) => result.Config
        ?? throw new CliException(
            ExitCode.Failure, [.. result.Errors.Select(error => error.ToString())]);
}

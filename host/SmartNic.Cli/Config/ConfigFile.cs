using SmartNic.Cli.Shell;
using SmartNic.Driver;
using SmartNic.Features;

namespace SmartNic.Cli.Config;

/// <summary>Reads configurations for the verbs.</summary>
internal static class ConfigFile
{
    /// <summary>The configuration of a file.</summary>
    /// <exception cref="CliException">It is wrong; names line and column.</exception>
    public static GatewayConfig Load(string path) => Take(ConfigLoader.Load(path));

    /// <summary>The text of a file that holds a configuration; the file is read once, so it may
    /// be a pipe.</summary>
    /// <param name="path">The file.</param>
    /// <param name="error">Receives the warnings.</param>
    /// <exception cref="CliException">It is wrong; names line and column.</exception>
    public static string LoadText(string path, TextWriter error)
    {
        var result = ConfigLoader.Load(path, out var text);
        Take(result);
        Warn(result.Warnings, error);
        return text;
    }

    /// <summary>Says what can be applied but hardly be meant.</summary>
    public static void Warn(IReadOnlyList<ConfigError> warnings, TextWriter error)
    {
        foreach (var warning in warnings)
        {
            error.WriteText($"{warning.File}:{warning.Line}:{warning.Column}: warning: "
                + warning.Message);
        }
    }

    /// <summary>The configuration that a text holds.</summary>
    /// <exception cref="CliException">It is wrong; names line and column.</exception>
    public static GatewayConfig Parse(string text, string file) =>
        Take(ConfigLoader.Parse(text, file));

    private static GatewayConfig Take(ConfigResult result) => result.Config
        ?? throw new CliException(
            ExitCode.Failure, [.. result.Errors.Select(error => error.ToString())]);
}

using SmartNic.Cli.Shell;
using SmartNic.Driver;

namespace SmartNic.Cli.Config;

/// <summary>Reads configurations for the verbs.</summary>
internal static class ConfigFile
{
    /// <summary>The text and the configuration of a file.</summary>
    /// <exception cref="CliException">It is wrong; the lines name file, line and column.</exception>
    public static (string Text, GatewayConfig Config) Read(string path)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var why = e is FileNotFoundException or DirectoryNotFoundException
                ? "there is no such file" : e.Message;
            throw CliException.Failed($"{path}: cannot be read: {why}");
        }

        return (text, Parse(text, path));
    }

    /// <summary>The configuration that a text holds.</summary>
    /// <exception cref="CliException">It is wrong; the lines name file, line and column.</exception>
    public static GatewayConfig Parse(string text, string file)
    {
        var result = ConfigLoader.Parse(text, file);
        return result.Config ?? throw new CliException(
            ExitCode.Failure, [.. result.Errors.Select(error => error.ToString())]);
    }
}

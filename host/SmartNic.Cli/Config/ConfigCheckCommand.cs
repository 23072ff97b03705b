using System.CommandLine;
using System.Text.Json;
using SmartNic.Cli.Shell;
using SmartNic.Driver;

namespace SmartNic.Cli.Config;

/// <summary>
/// <c>snic config check FILE</c>: says what is wrong with a file, without a board.
/// </summary>
internal static class ConfigCheckCommand
{
    public static Command Create()
    {
        var file = ConfigNoun.FileArgument();
        var json = CommonOptions.Json();
        var command = new Verb("check", "Check a configuration; needs no board",
            "snic config check gateway.yaml",
            "snic config check gateway.yaml --json")
        {
            file, json,
        };
        command.SetAction(result => Run(
            result.GetRequiredValue(file), result.GetValue(json), result.InvocationConfiguration));
        return command;
    }

    private static int Run(string path, bool isJson, InvocationConfiguration io)
    {
        var result = ConfigLoader.Load(path);
        if (isJson)
        {
            var report = new CheckReport(
                result.Errors.Count == 0, result.Errors, result.Warnings);
            io.Output.WriteLine(JsonSerializer.Serialize(report, CliJson.Default.CheckReport));
        }
        else if (result.Config is { } config)
        {
            ConfigFile.Warn(result, io.Error);
            io.Output.WriteLine($"{path}: ok: {config.Endpoints.Count} endpoints, "
                + $"{config.Remotes.Count} remotes, {config.Tenants.Count} tenants");
        }
        else
        {
            foreach (var error in result.Errors)
            {
                io.Error.WriteLine(error);
            }

            io.Error.WriteLine($"snic: {path}: {result.Errors.Count} "
                + (result.Errors.Count == 1 ? "error" : "errors"));
        }

        return result.Config is null ? ExitCode.Failure : ExitCode.Ok;
    }
}

using System.CommandLine;
using System.Text.Json;
using SmartNic.Cli.Shell;
using SmartNic.Driver;
using SmartNic.Features;

namespace SmartNic.Cli.Config;

/// <summary>
/// <c>snic config check FILE</c>: says what is wrong with a file, and whether the tables of an
/// empty board have room for it; without a board.
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
        var plan = result.Config is { } config ? PlacementCheck.Run(config) : null;
        var report = new CheckReport(plan is { Ok: true }, result.Errors, result.Warnings,
            plan?.Errors ?? [], SkippedTenant.Of(plan?.Skipped ?? []));
        if (isJson)
        {
            io.Output.WriteLine(JsonSerializer.Serialize(report, CliJson.Default.CheckReport));
        }
        else
        {
            Describe(path, report, result.Config, io);
        }

        return report.Ok ? ExitCode.Ok : ExitCode.Failure;
    }

    private static void Describe(
        string path, CheckReport report, GatewayConfig? config, InvocationConfiguration io)
    {
        string[] problems =
        [
            .. report.Errors.Select(error => error.ToString()),
            .. report.Refusals.Select(refusal => $"{path}: {refusal}"),
        ];
        foreach (var problem in problems)
        {
            io.Error.WriteText(problem);
        }

        ConfigFile.Warn(report.Warnings, io.Error);
        foreach (var skipped in report.Skipped)
        {
            io.Error.WriteText($"{path}: {skipped}");
        }

        if (report.Ok && config is not null)
        {
            io.Output.WriteText($"{path}: ok: {config.Endpoints.Count} endpoints, "
                + $"{config.Remotes.Count} remotes, {config.Tenants.Count} tenants");
            return;
        }

        io.Error.WriteText($"snic: {path}: {problems.Length} "
            + (problems.Length == 1 ? "error" : "errors"));
    }
}

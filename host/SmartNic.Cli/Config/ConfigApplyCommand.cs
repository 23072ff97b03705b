using System.CommandLine;
using System.Text.Json;
using SmartNic.Cli.Control;
using SmartNic.Cli.Shell;

namespace SmartNic.Cli.Config;

/// <summary><c>snic config apply FILE</c>: one transaction on the attached gateway.</summary>
internal static class ConfigApplyCommand
{
    public static Command Create()
    {
        var file = ConfigNoun.FileArgument();
        var socket = CommonOptions.Socket();
        var json = CommonOptions.Json();
        var command = new Verb("apply",
            "Put a configuration in force, whole or not at all; the same one again changes nothing",
            "snic config apply gateway.yaml",
            "snic config apply gateway.yaml --socket /tmp/attach.sock --json")
        {
            file, socket, json,
        };
        command.SetAction(async (result, cancel) =>
        {
            var path = result.GetRequiredValue(file);
            var text = ConfigFile.LoadText(path, result.InvocationConfiguration.Error);
            var request = new ControlRequest(ControlProtocol.Version, ControlProtocol.Apply,
                Text: text, File: path);
            var report = await new ControlClient(result.GetRequiredValue(socket))
                .AskAsync(request, ControlJson.Default.ApplyReport, cancel);
            foreach (var skipped in report.Skipped)
            {
                result.InvocationConfiguration.Error.WriteText($"snic: {path}: {skipped}");
            }

            result.InvocationConfiguration.Output.WriteLine(result.GetValue(json)
                ? JsonSerializer.Serialize(report, CliJson.Default.ApplyReport)
                : SafeText.Line(Describe(path, report)));
        });
        return command;
    }

    private static string Describe(string path, ApplyReport report) => report.Changed
        ? $"{path}: applied: {report.EntriesAdded} table entries written, "
            + $"{report.EntriesRemoved} removed"
        : $"{path}: in force already; nothing was changed";
}

using System.CommandLine;
using System.Text.Json;
using SmartNic.Cli.Control;
using SmartNic.Cli.Shell;
using SmartNic.Driver;

namespace SmartNic.Cli.Board;

/// <summary><c>snic board audit</c>: whether the board has what is in force.</summary>
internal static class BoardAuditCommand
{
    public static Command Create()
    {
        var repair = new Option<bool>("--repair")
        {
            Description = "Write each entry that differs again; traffic goes on",
        };
        var json = CommonOptions.Json();
        var socket = CommonOptions.Socket();
        var command = new Verb("audit",
            "Read the board's tables back and name each entry that is not as it is in force; "
                + "exit code 1 when one differs and is not repaired",
            "snic board audit", "snic board audit --repair --json")
        {
            repair, json, socket,
        };
        command.SetAction(async (result, cancel) =>
        {
            var request = new ControlRequest(ControlProtocol.Version, ControlProtocol.Audit,
                Name: result.GetValue(repair) ? ControlProtocol.Repair : null);
            var found = await new ControlClient(result.GetRequiredValue(socket))
                .AskAsync(request, ControlJson.Default.IReadOnlyListEntryDifference, cancel);
            var output = result.InvocationConfiguration.Output;
            if (result.GetValue(json))
            {
                output.WriteLine(JsonSerializer.Serialize(found, CliJson.Default.Differences));
            }
            else
            {
                Print(found, output);
            }

            return found.All(d => d.IsRepaired) ? ExitCode.Ok : ExitCode.Failure;
        });
        return command;
    }

    private static void Print(IReadOnlyList<EntryDifference> found, TextWriter output)
    {
        foreach (var difference in found)
        {
            output.WriteText($"{difference}");
        }

        output.WriteText(found.Count == 0
            ? "the board has what is in force"
            : $"{found.Count} differ from what is in force, "
                + $"{found.Count(d => d.IsRepaired)} repaired");
    }
}

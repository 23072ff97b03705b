using System.CommandLine;
using System.Text.Json;
using SmartNic.Cli.Control;
using SmartNic.Cli.Shell;
using SmartNic.Driver;

namespace SmartNic.Cli.Table;

/// <summary><c>snic table show NAME</c>: the entries of one table.</summary>
internal static class TableShowCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "One of those that list shows" };
        var json = CommonOptions.Json();
        var socket = CommonOptions.Socket();
        name.CompletionSources.Add(context => NameCompletion.Complete(
            context.ParseResult.GetValue(socket), "table.list",
            ControlJson.Default.IReadOnlyListTableView, tables => tables.Select(t => t.Name)));
        var command = new Verb("show", "Show the entries of a table",
            "snic table show tx_fdb", "snic table show rx_vni --json")
        {
            name, json, socket,
        };
        command.SetAction(async (result, cancel) =>
        {
            var request = new ControlRequest(
                ControlProtocol.Version, "table.show", Name: result.GetRequiredValue(name));
            var rows = await new ControlClient(result.GetRequiredValue(socket))
                .AskAsync(request, ControlJson.Default.IReadOnlyListTableRow, cancel);
            var output = result.InvocationConfiguration.Output;
            if (result.GetValue(json))
            {
                output.WriteLine(JsonSerializer.Serialize(rows, CliJson.Default.Rows));
            }
            else
            {
                Print(rows, output);
            }
        });
        return command;
    }

    private static void Print(IReadOnlyList<TableRow> rows, TextWriter output)
    {
        if (rows.Count == 0)
        {
            output.WriteLine("no entries");
            return;
        }

        var fields = rows.SelectMany(row => row.Fields.Keys).Distinct().ToArray();
        var text = new TextTable(["LOCATION", .. fields.Select(field => field.ToUpperInvariant())]);
        foreach (var row in rows)
        {
            text.Add([row.Location, .. fields.Select(f => row.Fields.GetValueOrDefault(f, "-"))]);
        }

        text.Write(output);
    }
}

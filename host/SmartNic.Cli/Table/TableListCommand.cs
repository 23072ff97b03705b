using System.CommandLine;
using System.Globalization;
using SmartNic.Cli.Control;
using SmartNic.Cli.Shell;
using SmartNic.Driver;

namespace SmartNic.Cli.Table;

/// <summary><c>snic table list</c>: how full the tables are.</summary>
internal static class TableListCommand
{
    public static Command Create() => QueryVerb.List(
        new Verb("list", "List the tables: capacity and use", "snic table list"),
        "table.list",
        ControlJson.Default.IReadOnlyListTableView,
        CliJson.Default.Tables,
        Print);

    private static void Print(IReadOnlyList<TableView> tables, TextWriter output)
    {
        var text = new TextTable("TABLE", "USED", "CAPACITY", "FULL", "INTERFACES");
        foreach (var table in tables)
        {
            var full = table.Capacity == 0 ? 0 : 100.0 * table.Used / table.Capacity;
            text.Add(table.Name, Units.Text((long)table.Used), Units.Text((long)table.Capacity),
                string.Create(CultureInfo.InvariantCulture, $"{full:0.0}%"),
                Units.Text((long)table.Interfaces));
        }

        text.Write(output);
    }
}

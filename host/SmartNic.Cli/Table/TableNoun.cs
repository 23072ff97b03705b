using System.CommandLine;

namespace SmartNic.Cli.Table;

/// <summary><c>snic table</c>: the match tables of the board, as the driver wrote them.</summary>
internal static class TableNoun
{
    public static Command Create() => new("table", "The match tables of the board")
    {
        TableListCommand.Create(),
        TableShowCommand.Create(),
    };
}

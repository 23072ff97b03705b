using System.CommandLine;
using SmartNic.Cli.Control;
using SmartNic.Cli.Shell;

namespace SmartNic.Cli.Board;

/// <summary><c>snic board show</c>: what the attached board is.</summary>
internal static class BoardShowCommand
{
    public static Command Create() => QueryVerb.List(
        new Verb("show", "Show what the attached board is, and how it is",
            "snic board show", "snic board show --json"),
        "board.show",
        ControlJson.Default.BoardReport,
        CliJson.Default.BoardReport,
        Print);

    private static void Print(BoardReport board, TextWriter output)
    {
        output.WriteText($"version:     {board.Version}");
        output.WriteText($"spec hash:   {board.SpecHash:x16}");
        output.WriteText($"interfaces:  {board.Interfaces}");
        output.WriteText($"data width:  {board.DataWidthBits} bits");
        output.WriteText($"tenants:     {board.Tenants - 1}");
        output.WriteText($"transaction: {board.Transaction}");
        output.WriteText($"condition:   {board.Condition}");
        output.WriteText($"config:      {board.Configuration}");
        output.WriteText($"state:       {board.State}");
        if (board.Problem is { } problem)
        {
            output.WriteText($"problem:     {problem}");
        }
    }
}

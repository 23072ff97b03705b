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
        output.WriteLine($"version:     {board.Version}");
        output.WriteLine($"spec hash:   {board.SpecHash:x16}");
        output.WriteLine($"interfaces:  {board.Interfaces}");
        output.WriteLine($"data width:  {board.DataWidthBits} bits");
        output.WriteLine($"tenants:     {board.Tenants - 1}");
        output.WriteLine($"condition:   {board.Condition}");
        output.WriteLine($"config:      {board.Configuration}");
        output.WriteLine($"state:       {board.State}");
        if (board.Problem is { } problem)
        {
            output.WriteLine($"problem:     {problem}");
        }
    }
}

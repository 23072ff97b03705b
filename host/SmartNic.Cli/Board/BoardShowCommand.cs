using System.CommandLine;
using SmartNic.Cli.Control;
using SmartNic.Cli.Shell;
using SmartNic.Driver;

namespace SmartNic.Cli.Board;

/// <summary><c>snic board show</c>: what the attached board is.</summary>
internal static class BoardShowCommand
{
    public static Command Create() => QueryVerb.List(
        new Verb("show", "Show what the attached board is",
            "snic board show", "snic board show --json"),
        "board.show",
        ControlJson.Default.BoardInfo,
        CliJson.Default.BoardInfo,
        Print);

    private static void Print(BoardInfo board, TextWriter output)
    {
        output.WriteLine($"version:     {board.Version}");
        output.WriteLine($"spec hash:   {board.SpecHash:x16}");
        output.WriteLine($"interfaces:  {board.Interfaces}");
        output.WriteLine($"data width:  {board.DataWidthBits} bits");
        output.WriteLine($"tenants:     {board.Tenants - 1}");
    }
}

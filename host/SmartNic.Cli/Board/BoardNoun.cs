using System.CommandLine;

namespace SmartNic.Cli.Board;

/// <summary><c>snic board</c>: simulate a board, take one over.</summary>
internal static class BoardNoun
{
    public static Command Create() => new("board", "Simulate a board; take one over; look at it")
    {
        BoardSimCommand.Create(),
        BoardAttachCommand.Create(),
        BoardShowCommand.Create(),
    };
}

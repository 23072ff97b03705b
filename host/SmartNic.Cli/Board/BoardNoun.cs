using System.CommandLine;

namespace SmartNic.Cli.Board;

/// <summary><c>snic board</c>: find boards, run or simulate one, take one over.</summary>
internal static class BoardNoun
{
    public static Command Create() => new(
        "board", "Find boards; run one in software or simulated; take one over; look at it")
    {
        BoardProbeCommand.Create(),
        BoardLinkCommand.Create(),
        BoardLoadCommand.Create(),
        BoardSoftCommand.Create(),
        BoardSimCommand.Create(),
        BoardAttachCommand.Create(),
        BoardShowCommand.Create(),
        BoardAuditCommand.Create(),
        BoardFlashCommand.Create(),
    };
}

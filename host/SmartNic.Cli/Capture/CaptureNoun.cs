using System.CommandLine;

namespace SmartNic.Cli.Capture;

/// <summary><c>snic capture</c>: the gateway on captures instead of wires.</summary>
internal static class CaptureNoun
{
    public static Command Create() => new("capture", "Run the gateway on packet captures")
    {
        CaptureReplayCommand.Create(),
    };
}

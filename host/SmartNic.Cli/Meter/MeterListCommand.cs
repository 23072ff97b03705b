using System.CommandLine;
using SmartNic.Cli.Control;
using SmartNic.Cli.Shell;

namespace SmartNic.Cli.Meter;

/// <summary><c>snic meter list</c>: the meters as programmed.</summary>
internal static class MeterListCommand
{
    public static Command Create() => QueryVerb.List(
        new Verb("list", "List the meters in use; a slow-path limit charges 64 bytes a packet",
            "snic meter list", "snic meter list --json"),
        "meter.list",
        ControlJson.Default.IReadOnlyListMeterView,
        CliJson.Default.Meters,
        MeterText.Write);
}

using System.CommandLine;

namespace SmartNic.Cli.Meter;

/// <summary><c>snic meter</c>: the meters of the tenants and of the slow path.</summary>
internal static class MeterNoun
{
    public static Command Create() => new("meter", "The meters: tenants' rates, slow-path limits")
    {
        MeterListCommand.Create(),
        MeterShowCommand.Create(),
    };
}

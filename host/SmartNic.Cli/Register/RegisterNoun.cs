using System.CommandLine;

namespace SmartNic.Cli.Register;

/// <summary><c>snic reg</c>: the registers of a board, by name.</summary>
internal static class RegisterNoun
{
    public static Command Create() => new("reg", "Read and write registers of a board by name")
    {
        RegisterReadCommand.Create(),
        RegisterWriteCommand.Create(),
        RegisterDumpCommand.Create(),
    };
}

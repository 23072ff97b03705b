using System.CommandLine;
using System.Text.Json;
using SmartNic.Cli.Shell;
using SmartNic.Registers;

namespace SmartNic.Cli.Register;

/// <summary><c>snic reg dump</c>: all registers that can be read.</summary>
internal static class RegisterDumpCommand
{
    public static Command Create()
    {
        var json = CommonOptions.Json();
        var command = new Verb("dump",
            "Read all registers that can be read. Numbers of two words are read low word first; "
            + "one that an attached driver reads at the same moment may be mixed up, for both",
            "snic reg dump --pci 03:00.0",
            "snic reg dump --board /tmp/board.sock --json")
        {
            json,
        };
        var target = new RegisterTarget(command);
        command.SetAction(result => target.With(result, isByName: true, highest: 0, bar =>
        {
            var items = Read(bar);
            var output = result.InvocationConfiguration.Output;
            if (result.GetValue(json))
            {
                output.WriteLine(JsonSerializer.Serialize(items, CliJson.Default.Registers));
                return;
            }

            var table = new TextTable("REGISTER", "OFFSET", "ACCESS", "VALUE", "FIELDS");
            foreach (var item in items)
            {
                table.Add(item.Name!, $"0x{item.Offset:X5}", item.Access!, $"0x{item.Value:X8}",
                    item.FieldText());
            }

            table.Write(output);
        }));
        return command;
    }

    private static RegisterItem[] Read(IBar bar) =>
    [
        .. RegisterName.All(RegisterTarget.Interfaces(bar))
            .Where(name => name.IsReadable)
            .Select(name => RegisterItem.Read(bar, name.Offset)),
    ];
}

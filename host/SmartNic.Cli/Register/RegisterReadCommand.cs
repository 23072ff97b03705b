using System.CommandLine;
using System.Text.Json;
using SmartNic.Cli.Shell;

namespace SmartNic.Cli.Register;

/// <summary><c>snic reg read</c>: one register.</summary>
internal static class RegisterReadCommand
{
    public static Command Create()
    {
        var register = RegisterTarget.Register();
        var json = CommonOptions.Json();
        var command = new Verb("read",
            "Read a register. Reading a ..._lo register latches its ..._hi: read that first",
            "snic reg read if0.table_status --pci 03:00.0",
            "snic reg read 0x24 --board /tmp/board.sock --json")
        {
            register, json,
        };
        var target = new RegisterTarget(command);
        command.SetAction(result =>
        {
            var text = result.GetRequiredValue(register);
            var offset = RegisterTarget.Offset(text);
            var name = RegisterTarget.IsOffset(text) ? null : RegisterName.Find(text);
            if (name is { IsReadable: false })
            {
                throw CliException.Failed($"{name.Text} is write only");
            }

            target.With(result, name is not null, offset, bar =>
            {
                RegisterTarget.Interfaces(bar, name);
                var item = RegisterItem.Read(bar, offset);
                result.InvocationConfiguration.Output.WriteLine(result.GetValue(json)
                    ? JsonSerializer.Serialize(item, CliJson.Default.RegisterItem)
                    : item.ToString());
            });
        });
        return command;
    }
}

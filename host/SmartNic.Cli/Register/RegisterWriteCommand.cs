using System.CommandLine;
using SmartNic.Cli.Shell;

namespace SmartNic.Cli.Register;

/// <summary><c>snic reg write</c>: one register.</summary>
internal static class RegisterWriteCommand
{
    public static Command Create()
    {
        var register = RegisterTarget.Register();
        var value = new Argument<string>("VALUE") { Description = "32 bits, as 36 or 0x24" };
        var command = new Verb("write",
            "Write a register, and read it back where it can be read. Careful: an attached driver "
            + "is the sole owner of tables, generation and counters, and does not notice that "
            + "somebody else changed them; write to those only when none is attached",
            "snic reg write scratch 0xCAFE --pci 03:00.0",
            "snic reg write 0x24 7 --board /tmp/board.sock")
        {
            register, value,
        };
        var target = new RegisterTarget(command);
        command.SetAction(result =>
        {
            var text = result.GetRequiredValue(register);
            var offset = RegisterTarget.Offset(text);
            var word = RegisterTarget.Number(result.GetRequiredValue(value));
            var name = RegisterTarget.IsOffset(text) ? null : RegisterName.Find(text);
            if (name is { IsWritable: false })
            {
                throw CliException.Failed($"{name.Text} is read only");
            }

            target.With(result, name is not null, offset, bar =>
            {
                RegisterTarget.Interfaces(bar, name);
                bar.Write32(offset, word);

                // The read also tells that the write has arrived: on PCI, writes are posted.
                var item = RegisterItem.Read(bar, offset);
                result.InvocationConfiguration.Output.WriteLine(
                    RegisterName.At(offset) is { IsReadable: false } strobe
                        ? $"{strobe.Text} (0x{offset:X}) was written 0x{word:X8}"
                        : item.ToString());
            });
        });
        return command;
    }
}

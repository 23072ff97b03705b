using System.CommandLine;
using System.Text;
using SmartNic.Cli.Control;
using SmartNic.Cli.Shell;

namespace SmartNic.Cli.Config;

/// <summary><c>snic config export [FILE]</c>: the configuration in force, as a file.</summary>
internal static class ConfigExportCommand
{
    public static Command Create()
    {
        var file = new Argument<string?>("FILE")
        {
            Description = "Where to write it; without it to standard output",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var socket = CommonOptions.Socket();
        var command = new Verb("export",
            "Write the configuration in force, every value spelled out; it can be applied again",
            "snic config export",
            "snic config export saved.yaml")
        {
            file, socket,
        };
        command.SetAction(async (result, cancel) =>
        {
            var text = await new ControlClient(result.GetRequiredValue(socket))
                .AskAsync("config.export", ControlJson.Default.String, cancel);
            if (result.GetValue(file) is not { } path)
            {
                result.InvocationConfiguration.Output.Write(text);
                return;
            }

            using var output = new StagedFile(path);
            output.Stream.Write(Encoding.UTF8.GetBytes(text));
            output.Commit();
        });
        return command;
    }
}

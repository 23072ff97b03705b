using System.CommandLine;

namespace SmartNic.Cli.Shell;

/// <summary><c>snic man</c>: the manual page, from the same tree of commands as the help.</summary>
internal static class ManCommand
{
    public static Command Create(RootCommand root)
    {
        var command = new Verb("man", "Print the manual page of snic",
            "snic man", "snic man > /usr/local/share/man/man8/snic.8");
        command.SetAction(result => result.InvocationConfiguration.Output.Write(
            ManPage.Of(root)));
        return command;
    }
}

using System.CommandLine;

namespace SmartNic.Cli.Shell;

/// <summary><c>snic help [NOUN [VERB]]</c>: the same as <c>--help</c> there.</summary>
internal static class HelpCommand
{
    public static Command Create(RootCommand root)
    {
        var words = new Argument<string[]>("COMMAND")
        {
            Description = "Noun and verb to explain; none for the overview",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Verb("help", "Explain a command", "snic help", "snic help capture replay")
        {
            words,
        };
        command.SetAction((result, cancel) => root.Parse([.. result.GetValue(words)!, "--help"])
            .InvokeAsync(result.InvocationConfiguration, cancel));
        return command;
    }
}

using System.CommandLine;
using SmartNic.Driver;
using SmartNic.Features;

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
        command.SetAction((result, cancel) =>
        {
            var path = result.GetValue(words)!;
            Check(root, path);
            return root.Parse([.. path, "--help"])
                .InvokeAsync(result.InvocationConfiguration, cancel);
        });
        return command;
    }

    /// <exception cref="CliException">There is no such command; names what there is.</exception>
    private static void Check(RootCommand root, IReadOnlyList<string> path)
    {
        Command at = root;
        foreach (var word in path)
        {
            var names = at.Subcommands.Where(c => !c.Hidden).Select(c => c.Name).ToArray();
            var next = at.Subcommands.FirstOrDefault(c => c.Name == word);
            if (next is null)
            {
                throw new CliException(ExitCode.Usage, Unknown(at, word, names));
            }

            at = next;
        }
    }

    private static string[] Unknown(Command at, string word, string[] names)
    {
        var where = at is RootCommand ? "snic" : UsageErrors.HelpLine(at)[..^" --help".Length];
        var near = NearestName.Of(word, names) is { } name ? $"; did you mean {name}?" : "";
        var all = string.Join(", ", names.Order(StringComparer.Ordinal));
        return names.Length == 0
            ? [$"'{word}' is no command: {where} has none below it",
                $"Try: {UsageErrors.HelpLine(at)}"]
            : [$"'{word}' is no command of {where}{near}", $"there are: {all}",
                $"Try: {UsageErrors.HelpLine(at)}"];
    }
}

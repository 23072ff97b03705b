using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace SmartNic.Cli.Shell;

/// <summary>What is said about a command line that cannot be read.</summary>
internal static class UsageErrors
{
    /// <summary>Says what is wrong, with what was expected, and where help is.</summary>
    /// <returns><see cref="ExitCode.Usage"/>.</returns>
    public static int Show(
        ParseResult result, ParseErrorAction usual, InvocationConfiguration configuration)
    {
        var error = configuration.Error;
        using var text = new StringWriter();
        usual.ShowHelp = false;
        result.Invoke(new InvocationConfiguration
        {
            Output = text,
            Error = text,
            EnableDefaultExceptionHandler = false,
        });
        error.Write(result.Errors.Aggregate(text.ToString(), (all, one) =>
            all.Replace(one.Message, SafeText.Line(Plain(one) ?? one.Message),
                StringComparison.Ordinal)));
        error.WriteLine($"Try: {HelpLine(result.CommandResult.Command)}");
        return ExitCode.Usage;
    }

    /// <summary>The command that explains a command.</summary>
    public static string HelpLine(Command command)
    {
        var words = new List<string>();
        for (Symbol? at = command; at is Command and not RootCommand; at = at.Parents.First())
        {
            words.Insert(0, at.Name);
        }

        return string.Join(' ', ["snic", .. words, "--help"]);
    }

    /// <summary>The parser names a type of the runtime where a value does not convert.</summary>
    private static string? Plain(ParseError error)
    {
        if (!error.Message.Contains("as expected type", StringComparison.Ordinal)
            || error.SymbolResult is not OptionResult { Option: var option } result)
        {
            return null;
        }

        var type = Nullable.GetUnderlyingType(option.ValueType) ?? option.ValueType;
        var expected = type.IsEnum
            ? string.Join(", ", Enum.GetNames(type).Select(name => name.ToLowerInvariant()))
            : type == typeof(bool) ? "true or false" : "a whole number";
        var found = string.Join(' ', result.Tokens.Select(token => token.Value));
        return $"{option.Name} {found}: expected {expected}";
    }
}

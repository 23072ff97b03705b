using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace SmartNic.Cli.Shell;

/// <summary>Writes a tree of commands as a manual page (groff's man macros, man(7)).</summary>
internal static class ManPage
{
    /// <summary>The page of section 8, with every verb.</summary>
    public static string Of(RootCommand root)
    {
        var version = typeof(ManPage).Assembly
            .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            .TH SNIC 8 "" "SmartNic gateway {version}" "System administration"
            .SH NAME
            snic \- open SmartNIC gateway for multi-tenant virtual networks
            .SH SYNOPSIS
            .B snic
            .I NOUN VERB
            [options]
            .SH DESCRIPTION
            {Text(root.Description)}
            .SH COMMANDS

            """);
        foreach (var verb in Verbs(root))
        {
            Write(verb, page);
        }

        Write("COMMON OPTIONS", root.Options.Where(o => o.Recursive && !o.Hidden), page);
        page.Append(CultureInfo.InvariantCulture, $"""
            .SH EXIT STATUS
            {Text(ExitCode.Help)}.
            .SH FILES
            .TP
            .I /etc/snic/gateway.yaml
            configuration that snic@.service puts in force
            .TP
            .I /run/snic/board.sock
            socket of a simulated board
            .TP
            .I /run/snic/attach.sock
            control socket of the attached gateway

            """);
        return page.ToString();
    }

    private static IEnumerable<Command> Verbs(Command command)
    {
        var below = command.Subcommands.Where(c => !c.Hidden).ToArray();
        return below.Length == 0 ? [command] : below.SelectMany(Verbs);
    }

    private static void Write(Command verb, StringBuilder page)
    {
        var line = new StringBuilder();
        for (Symbol? at = verb; at is Command; at = at.Parents.FirstOrDefault())
        {
            line.Insert(0, (at is RootCommand ? "snic" : at.Name) + " ");
        }

        foreach (var argument in verb.Arguments.Where(a => !a.Hidden))
        {
            line.Append(argument.Arity.MinimumNumberOfValues == 0
                ? $"[{argument.Name}] " : $"{argument.Name} ");
        }

        page.Append(CultureInfo.InvariantCulture,
            $".SS {Text(line.ToString().TrimEnd())}\n{Text(verb.Description)}.\n");
        foreach (var argument in verb.Arguments.Where(a => !a.Hidden))
        {
            page.Append(CultureInfo.InvariantCulture,
                $".TP\n.I {Text(argument.Name)}\n{Text(argument.Description)}\n");
        }

        foreach (var option in verb.Options.Where(o => !o.Hidden && o is not HelpOption))
        {
            Write(option, page);
        }

        if (verb is Verb { Examples.Count: > 0 } with)
        {
            page.Append(".PP\n.nf\n.RS 4\n");
            foreach (var example in with.Examples)
            {
                page.Append(CultureInfo.InvariantCulture, $"{Text(example)}\n");
            }

            page.Append(".RE\n.fi\n");
        }
    }

    private static void Write(string title, IEnumerable<Option> options, StringBuilder page)
    {
        page.Append(CultureInfo.InvariantCulture, $".SH {title}\n");
        foreach (var option in options)
        {
            Write(option, page);
        }
    }

    private static void Write(Option option, StringBuilder page)
    {
        var names = string.Join(", ", [.. option.Aliases, option.Name]);
        var value = option.HelpName is { } help ? $" \\fI{Text(help)}\\fR" : "";
        page.Append(CultureInfo.InvariantCulture,
            $".TP\n\\fB{Text(names)}\\fR{value}\n{Text(option.Description)}\n");
    }

    /// <summary>Keeps roff from reading text as requests and escapes.</summary>
    private static string Text(string? text)
    {
        var safe = (text ?? "").Replace("\\", "\\e", StringComparison.Ordinal)
            .Replace("-", "\\-", StringComparison.Ordinal);
        return safe.StartsWith('.') || safe.StartsWith('\'') ? "\\&" + safe : safe;
    }
}

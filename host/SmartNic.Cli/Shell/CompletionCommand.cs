using System.CommandLine;

namespace SmartNic.Cli.Shell;

/// <summary><c>snic completion SHELL</c>: prints the script that a shell completes with.</summary>
internal static class CompletionCommand
{
    // The parser itself answers, through its [suggest] directive; words with '=' or ':' are one
    // word to snic but not to bash, so the part that bash has already is cut off again.
    private const string Bash = """
        # bash completion for snic: eval "$(snic completion bash)"
        _snic() {
            local line="${COMP_LINE:0:COMP_POINT}" word candidates prefix
            word="${line##*[[:space:]]}"
            candidates="$("${COMP_WORDS[0]}" "[suggest:${#line}]" "$line" 2>/dev/null)"
            [ "${word#-}" != "$word" ] || candidates="$(grep -v '^[-/]' <<<"$candidates")"
            local IFS=$'\n'
            COMPREPLY=($(compgen -W "$candidates" -- "$word"))
            prefix="${word%"${COMP_WORDS[COMP_CWORD]}"}"
            [ "$prefix" = "$word" ] || COMPREPLY=("${COMPREPLY[@]#"$prefix"}")
        }
        complete -o default -F _snic snic
        """;

    private const string Zsh = """
        # zsh completion for snic: eval "$(snic completion zsh)"
        _snic() {
            local -a candidates
            candidates=(${(f)"$(snic "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)"})
            [[ $PREFIX = -* ]] || candidates=(${candidates:#[-/]*})
            if (( $#candidates )); then compadd -a candidates; else _files; fi
        }
        compdef _snic snic
        """;

    public static Command Create()
    {
        var shell = new Argument<string>("SHELL") { Description = "bash or zsh" };
        shell.AcceptOnlyFromAmong("bash", "zsh");
        var command = new Verb("completion", "Print the completion script of a shell",
            "eval \"$(snic completion bash)\"",
            "snic completion bash > /etc/bash_completion.d/snic")
        {
            shell,
        };
        command.SetAction(result => result.InvocationConfiguration.Output.WriteLine(
            result.GetRequiredValue(shell) == "bash" ? Bash : Zsh));
        return command;
    }
}

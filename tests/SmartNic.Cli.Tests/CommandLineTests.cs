using System.CommandLine;
using System.Diagnostics;

namespace SmartNic.Cli.Tests;

/// <summary>Help, completion, exit codes: what every verb has in common.</summary>
public sealed class CommandLineTests
{
    // What hls takes is for snic-hls to explain.
    private static IEnumerable<string> Verbs() =>
        Leaves(SnicCli.Build(), []).Where(verb => verb != "hls");

    [TestCaseSource(nameof(Verbs))]
    public void Every_verb_has_help_with_an_example_and_the_exit_codes(string verb)
    {
        var result = Snic.Run([.. verb.Split(' '), "--help"]);
        Assert.That(result.Code, Is.Zero);
        Assert.That(result.Output, Does.Contain("Examples:").And.Contain($"snic {verb}")
            .And.Contain("Exit codes: 0 done, 1 failed, 2 wrong usage, 3 board"));
        Assert.That(Snic.Run(["help", .. verb.Split(' ')]).Output, Is.EqualTo(result.Output));
    }

    [Test]
    public void Hls_hands_everything_to_the_compiler()
    {
        string snic = Checkout.At("build", "bin", "snic");
        string help = Tool.MustPass(TimeSpan.FromMinutes(1), snic, "hls", "build", "--help");
        Assert.That(help, Does.Contain("--cosim"));
        var (code, _) = Tool.Run(TimeSpan.FromMinutes(1), snic, "hls", "check", "/nonexistent.cs");
        Assert.That(code, Is.GreaterThan(0));
    }

    [Test]
    public void The_examples_of_the_help_can_be_parsed()
    {
        foreach (var (verb, example) in Examples(SnicCli.Build()))
        {
            if (example.StartsWith("snic ", StringComparison.Ordinal))
            {
                var words = example.Split('>')[0].TrimEnd('\\')
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries);
                var errors = SnicCli.Build().Parse(words[1..]).Errors
                    .Where(error => !error.Message.Contains("required", StringComparison.Ordinal));
                Assert.That(errors, Is.Empty, $"{verb}: {example}");
            }
        }
    }

    [TestCase("")]
    [TestCase("config")]
    [TestCase("config chek")]
    [TestCase("capture replay --backend fpga --config x --in wire=x")]
    [TestCase("capture replay --backend model --config x --in wire=x --width 100")]
    [TestCase("board sim --log-level loud")]
    [TestCase("tenant show")]
    public void A_wrong_command_line_is_exit_code_2_and_says_where_help_is(string line)
    {
        var result = Snic.Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.That(result.Code, Is.EqualTo(2));
        Assert.That(result.Output, Is.Empty);
        Assert.That(result.Error, Does.Match("Try: snic .*--help"));
    }

    [TestCase("help nope", "'nope' is no command of snic")]
    [TestCase("help cofnig", "'cofnig' is no command of snic; did you mean config?")]
    [TestCase("help capture reply", "'reply' is no command of snic capture; did you mean replay?")]
    [TestCase("help config check x", "'x' is no command: snic config check has none below it")]
    public void Help_for_what_is_no_command_is_exit_code_2(string line, string message)
    {
        var result = Snic.Run(line.Split(' '));
        Assert.That(result.Code, Is.EqualTo(2));
        Assert.That(result.Output, Is.Empty);
        Assert.That(result.Error, Does.Contain(message).And.Match("Try: snic .*--help"));
    }

    /// <summary>Types of the runtime are not what a user knows.</summary>
    [TestCase("board sim --log-level loud", "--log-level loud: expected trace, debug,")]
    [TestCase("board sim --interfaces many", "--interfaces many: expected a whole number")]
    [TestCase("capture replay --backend model --config x --in wire=x --width wide",
        "--width wide: expected")]
    public void A_value_of_another_kind_says_what_was_expected(string line, string message)
    {
        var result = Snic.Run(line.Split(' '));
        Assert.That(result.Code, Is.EqualTo(2));
        Assert.That(result.Error, Does.Contain(message).And.Not.Contain("System.")
            .And.Not.Contain("Nullable").And.Not.Contain("Microsoft."));
    }

    /// <summary>What nobody expected: one line, what to report, and no stack.</summary>
    [Test]
    public void A_defect_is_one_line_and_what_to_report()
    {
        Exception defect;
        try
        {
            throw new InvalidOperationException("first\n   at second");
        }
        catch (InvalidOperationException e)
        {
            defect = e;
        }

        Assert.That(Shell.Failure.Of(defect), Is.Null);
        var plain = Shell.Failure.OfDefect(defect, withTrace: false);
        Assert.That(plain.Code, Is.EqualTo(1));
        Assert.That(plain.Lines[0], Is.EqualTo(
            "this is a defect of snic, not of what you gave it: first at second"));
        Assert.That(plain.Lines[1], Does.StartWith("please report this line"));
        Assert.That(plain.Lines, Has.Count.EqualTo(2).And.All.Not.Contain(nameof(Shell.Failure)));
        Assert.That(string.Join('\n', Shell.Failure.OfDefect(defect, withTrace: true).Lines),
            Does.Contain(nameof(A_defect_is_one_line_and_what_to_report)));
    }

    [TestCase("tenant list")]
    [TestCase("table show rx_vni")]
    [TestCase("config export")]
    public void Without_an_attached_gateway_it_is_exit_code_3_and_says_what_to_do(string line)
    {
        using var folder = new Folder();
        var result = Snic.Run([.. line.Split(' '), "--socket", folder["none.sock"]]);
        Assert.That(result.Code, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain("no gateway is attached at")
            .And.Contain("snic board attach"));
    }

    [Test]
    public void Without_a_board_attach_is_exit_code_3_and_says_what_to_do()
    {
        using var folder = new Folder();
        var result = Snic.Run("board", "attach", "--no-state", "--board", folder["none.sock"],
            "--socket", folder["attach.sock"]);
        Assert.That(result.Code, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain("no board on").And.Contain("snic board sim"));
    }

    [Test]
    public void The_program_itself_returns_the_exit_code()
    {
        Assert.Multiple(() =>
        {
            Assert.That(RunProgram("--version"), Is.EqualTo((0, "0.1.0\n")));
            Assert.That(RunProgram("config", "check", "/no/such.yaml").Code, Is.EqualTo(1));
            Assert.That(RunProgram("nonsense").Code, Is.EqualTo(2));
            Assert.That(RunProgram("tenant", "list", "--socket", "/no/such.sock").Code,
                Is.EqualTo(3));
        });
    }

    /// <summary>The printed script, in a real bash, with the real program.</summary>
    [TestCase("snic ",
        "board capture completion config counter firewall help hls man meter reg table tenant")]
    [TestCase("snic conf", "config")]
    [TestCase("snic config ", "apply check export reference schema")]
    [TestCase("snic capture replay --backend ", "model sim")]
    [TestCase("snic capture replay --ba", "--backend")]
    public void Bash_completes(string line, string expected)
    {
        const string Script = """
            PATH="$1:$PATH"; line="$2"
            eval "$(snic completion bash)"
            COMP_LINE="$line"; COMP_POINT=${#line}
            read -ra COMP_WORDS <<<"$line"
            [ "${line% }" = "$line" ] || COMP_WORDS+=("")
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _snic
            echo "${COMPREPLY[@]}"
            """;
        var (code, output) = RunProcess(
            "bash", "-c", Script, "bash", AppContext.BaseDirectory, line);
        Assert.That((code, output), Is.EqualTo((0, expected + "\n")));
    }

    private static (int Code, string Output) RunProgram(params string[] args) =>
        RunProcess(Path.Combine(AppContext.BaseDirectory, "snic"), args);

    private static (int Code, string Output) RunProcess(string program, params string[] args)
    {
        var start = new ProcessStartInfo(program, args)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        TestContext.Out.Write(error.Result);
        return (process.ExitCode, output);
    }

    [TestCase("INT")]
    [TestCase("TERM")]
    public async Task A_signal_ends_the_board_cleanly(string signal)
    {
        using var folder = new Folder();
        // A runner in the background has SIGINT ignored, which children inherit.
        var start = new ProcessStartInfo("env",
            [$"--default-signal={signal}", Path.Combine(AppContext.BaseDirectory, "snic"),
                "board", "sim", "--backend", "model", "--socket", folder["board.sock"]])
        {
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var ready = await process.StandardError.ReadLineAsync();
        while (ready is not null && !ready.StartsWith("board is ready", StringComparison.Ordinal))
        {
            ready = await process.StandardError.ReadLineAsync();
        }

        Assert.That(RunProcess("kill", $"-{signal}", $"{process.Id}").Code, Is.Zero);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"not ended within 30 s of SIG{signal}");
        }

        Assert.That(process.ExitCode, Is.Zero);
        Assert.That(folder.Names, Is.Empty);
    }

    private static IEnumerable<string> Leaves(Command command, string[] path) =>
        command.Subcommands.Count == 0 ? [string.Join(' ', path)]
            : command.Subcommands.SelectMany(sub => Leaves(sub, [.. path, sub.Name]));

    private static IEnumerable<(string Verb, string Example)> Examples(Command command) =>
        (command is Shell.Verb verb ? verb.Examples.Select(example => (verb.Name, example)) : [])
            .Concat(command.Subcommands.SelectMany(Examples));
}

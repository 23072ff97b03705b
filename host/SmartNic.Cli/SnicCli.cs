using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using SmartNic.Cli.Board;
using SmartNic.Cli.Capture;
using SmartNic.Cli.Config;
using SmartNic.Cli.Counter;
using SmartNic.Cli.Firewall;
using SmartNic.Cli.Hls;
using SmartNic.Cli.Meter;
using SmartNic.Cli.Register;
using SmartNic.Cli.Shell;
using SmartNic.Cli.Table;
using SmartNic.Cli.Tenant;

namespace SmartNic.Cli;

/// <summary>The whole command line: parses, runs a verb, turns failures into exit codes.</summary>
public static class SnicCli
{
    /// <summary>Runs one command line.</summary>
    /// <param name="args">The words after <c>snic</c>.</param>
    /// <param name="output">Receives results.</param>
    /// <param name="error">Receives messages and progress.</param>
    /// <param name="cancel">Ends long work, as SIGINT and SIGTERM do.</param>
    /// <returns>The exit code, see <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> args, TextWriter output, TextWriter error, CancellationToken cancel)
    {
        try
        {
            if (args.Count > 0 && args[0] == HlsCommand.Name)
            {
                return await HlsCommand.RunAsync(args.Skip(1), cancel);
            }

            var configuration = new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TimeSpan.FromSeconds(10),
            };
            var result = Build().Parse(args);
            return result.Action is ParseErrorAction wrong
                ? UsageErrors.Show(result, wrong, configuration)
                : await result.InvokeAsync(configuration, cancel);
        }
        catch (Exception e)
        {
            // What is not a known failure is a defect of ours.
            var failure = Failure.Of(e) ?? Failure.OfDefect(e, AsksForTrace(args));
            foreach (var line in failure.Lines)
            {
                error.WriteLine($"snic: {SafeText.Line(line)}");
            }

            return failure.Code;
        }
    }

    /// <summary>Builds the tree of commands.</summary>
    public static RootCommand Build()
    {
        var root = new RootCommand(
            "Open SmartNIC gateway: tenants on the host, VXLAN tunnels on the wire.")
        {
            ConfigNoun.Create(),
            TenantNoun.Create(),
            TableNoun.Create(),
            MeterNoun.Create(),
            FirewallNoun.Create(),
            CounterNoun.Create(),
            BoardNoun.Create(),
            RegisterNoun.Create(),
            CaptureNoun.Create(),
            HlsCommand.Create(),
            CompletionCommand.Create(),
        };
        root.Add(HelpCommand.Create(root));
        root.Add(ManCommand.Create(root));
        root.Add(CommonOptions.LogLevel());
        foreach (var help in root.Options.OfType<HelpOption>())
        {
            help.Action = new HelpWithExamples((HelpAction)help.Action!);
        }

        return root;
    }

    private static bool AsksForTrace(IReadOnlyList<string> args) => args
        .SkipWhile(word => word != CommonOptions.LogLevelName).Skip(1).FirstOrDefault()
        is { } level && level.Equals("trace", StringComparison.OrdinalIgnoreCase);
}

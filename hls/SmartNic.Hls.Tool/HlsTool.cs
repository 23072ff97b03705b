using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.ComponentModel;
using SmartNic.Hls.Front;
using SmartNic.Hls.Tool.Commands;

namespace SmartNic.Hls.Tool;

/// <summary>The whole command line: parses, runs a verb, turns failures into exit codes.</summary>
internal static class HlsTool
{
    /// <summary>Runs one command line.</summary>
    /// <param name="args">The words after <c>snic-hls</c>.</param>
    /// <param name="output">Receives results.</param>
    /// <param name="error">Receives messages and progress.</param>
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        var result = Tree().Parse(args.Count == 0 ? ["--help"] : args);
        var configuration = new InvocationConfiguration
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
        };
        if (result.Action is ParseErrorAction wrong)
        {
            wrong.ShowHelp = false;
            configuration.Output = error;
            result.Invoke(configuration);
            string verb = result.CommandResult.Command is RootCommand ? ""
                : " " + result.CommandResult.Command.Name;
            error.WriteLine($"Try: snic-hls{verb} --help");
            return ExitCodes.Usage;
        }
        try
        {
            int code = result.Invoke(configuration);
            return args.Count == 0 ? ExitCodes.Usage : code;
        }
        catch (Exception e) when (Failure(e, args) is { } failure)
        {
            if (args.Contains("--json")) output.WriteLine(Report.Error(failure.Code, e));
            else error.WriteLine(failure.Message);
            return failure.Code;
        }
    }

    /// <summary>What the user is told; null when it is a defect of ours, which shows its
    /// stack.</summary>
    private static (int Code, string Message)? Failure(Exception e, IReadOnlyList<string> args) =>
        e switch
        {
            // The kernel is wrong, not the tool: the message names file, line and what to write.
            HlsException => (ExitCodes.KernelRejected, e.Message),
            IOException or UnauthorizedAccessException or InvalidDataException =>
                (ExitCodes.Usage, $"snic-hls: {e.Message}"),
            Win32Exception => (ExitCodes.ToolMissing, $"snic-hls: {e.Message}\n"
                + "snic-hls: proofs need yosys, co-simulation needs verilator and clang: "
                + "apt-get install yosys verilator clang make g++"),
            InvalidOperationException when args[0] is "build" or "prove" =>
                (ExitCodes.ToolMissing, $"snic-hls: {e.Message}"),
            _ => null,
        };

    /// <summary>The tree of commands.</summary>
    public static RootCommand Tree()
    {
        var root = new RootCommand("Compiles kernels written in C# to pipelined Verilog, one "
            + "packet per clock, and checks that both are the same function.")
        {
            BuildCommand.Create(),
            CheckCommand.Create(),
            ExplainCommand.Create(),
            ProveCommand.Create(),
            FuzzCommand.Create(),
            MutateCommand.Create(),
            TypesCommand.Create(),
            DocsCommand.Create(),
            NewCommand.Create(),
        };
        foreach (var help in root.Options.OfType<HelpOption>())
            help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }
}

using System.CommandLine;
using System.CommandLine.Parsing;

namespace SmartNic.Hls.Tool.Commands;

/// <summary>Files and options of compilation, the same for every verb that compiles.</summary>
internal sealed class KernelArguments
{
    private readonly Argument<string[]> _files = new("FILES")
    {
        Description = "C# files, or folders of them, that make one compilation; every [Kernel] and "
            + "[Pipeline] method in them counts",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<double?> _clock = Parsed<double?>("--clock", "4ns|250MHz",
        "Clock period or frequency [default: as the kernel says]",
        text => CompilerOptions.ParseClock(text));

    private readonly Option<double?> _margin = Parsed<double?>("--margin", "PERCENT",
        "Share of the period kept free [default: as the kernel says]",
        text => CompilerOptions.ParseNumber("--margin", text));

    private readonly Option<CompilerOptions?> _family = Parsed<CompilerOptions?>("--family",
        "ultrascale+|7-series", "Device whose delays count [default: ultrascale+]",
        text => new() { Family = CompilerOptions.ParseFamily(text) });

    private readonly Option<int?> _latency = Parsed<int?>("--latency", "N",
        "Exactly N clocks from input to output [default: as few as meet the clock]",
        text => (int)CompilerOptions.ParseNumber("--latency", text));

    public KernelArguments(Command command)
    {
        command.Add(_files);
        command.Add(_clock);
        command.Add(_margin);
        command.Add(_family);
        command.Add(_latency);
    }

    public Compiler Compiler(ParseResult result) => Hls.Compiler.FromFiles(
        result.GetRequiredValue(_files), (result.GetValue(_family) ?? new()) with
        {
            ClockNs = result.GetValue(_clock),
            MarginPercent = result.GetValue(_margin),
            Latency = result.GetValue(_latency),
        });

    /// <summary>An option whose text the compiler itself understands.</summary>
    private static Option<T?> Parsed<T>(
        string name, string help, string description, Func<string, T> parse) => new(name)
        {
            Description = description,
            HelpName = help,
            CustomParser = result =>
            {
                try
                {
                    return parse(result.Tokens[0].Value);
                }
                catch (FormatException wrong)
                {
                    result.AddError(wrong.Message);
                    return default;
                }
            },
        };
}

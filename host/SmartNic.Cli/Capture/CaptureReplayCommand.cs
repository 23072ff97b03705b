using System.CommandLine;
using Microsoft.Extensions.Logging;
using SmartNic.Cli.Replay;
using SmartNic.Cli.Shell;
using SmartNic.Driver;

namespace SmartNic.Cli.Capture;

/// <summary><c>snic capture replay</c>: captures in, captures and counters out, repeatable to the
/// bit.</summary>
internal static class CaptureReplayCommand
{
    private const string Description =
        "Send captures through the gateway. Packets enter by stamp, equal stamps in the order of "
        + "the arguments; each output is a nanosecond pcap in that order. Both backends write the "
        + "same bytes. Ports: wire (= wire.0), wire.N, host.TENANT, slow (metadata header, "
        + "LINKTYPE_USER0), slow.N";

    public static Command Create()
    {
        var backend = new Option<string>("--backend")
        {
            Description = "What runs the kernels: natively, or as Verilog in Verilator",
            Required = true,
            HelpName = "model|sim",
        };
        backend.AcceptOnlyFromAmong(ReplayBoards.Model, ReplayBoards.Sim);
        var config = new Option<string>("--config")
        {
            Description = "The configuration, YAML; put in force at time 0",
            Required = true,
            HelpName = "FILE",
        };
        var inputs = Files("--in", "PORT=FILE",
            "Captures to send: pcap (us, ns) or pcapng", required: true);
        var outputs = Files("--out", "PORT=FILE",
            "Captures to write; a port not named is not written", required: false);
        var counters = new Option<string?>("--counters")
        {
            Description = "Where to write the counters, JSON",
            HelpName = "FILE.json",
        };
        var tables = Files("--table", "TABLE=FILE.json",
            "Memories of the board to write at the end, JSON: entries of interface 0 that are not "
            + "zero", required: false);
        tables.CompletionSources.Add([.. BoardDriver.MemoryNames.Select(name => name + "=")]);
        var trace = new Option<string?>("--trace")
        {
            Description = "Where to write a waveform, FST (sim only, slow)",
            HelpName = "FILE.fst",
        };
        var sort = new Option<string?>("--sort-within")
        {
            Description = "Sort packets of a file that are stamped before one in front of them, by "
                + "at most this much: a number with ns, us, ms or s; without it they are an error",
            HelpName = "DURATION",
        };
        var skip = new Option<bool>("--skip-cut")
        {
            Description = "Leave out packets that are not whole in their file (snapshot length, "
                + "end of the file), and count them; without it they are an error",
        };
        var width = BoardOptions.Width();
        var interfaces = BoardOptions.Interfaces();
        var command = new Verb("replay", Description,
            "snic capture replay --backend model --config gateway.yaml --in wire=in.pcap \\",
            "    --out host.red=red.pcap --counters counters.json",
            "snic capture replay --backend sim --config gateway.yaml \\",
            "    --in wire=in.pcap host.red=red-in.pcap --out wire=out.pcap slow=punts.pcap",
            "snic capture replay --backend model --config gateway.yaml --in wire=found.pcapng \\",
            "    --sort-within 1ms --skip-cut --counters counters.json")
        {
            backend, config, inputs, outputs, counters, tables, sort, skip, trace, width,
            interfaces,
        };
        command.SetAction((result, cancel) => Task.Run(
            () =>
            {
                using var log = Logs.Create(result, LogLevel.Warning);
                var options = new ReplayOptions
                {
                    Backend = result.GetRequiredValue(backend),
                    ConfigPath = result.GetRequiredValue(config),
                    Inputs = PortFile.Parse("--in", result.GetRequiredValue(inputs)),
                    Outputs = PortFile.Parse("--out", result.GetValue(outputs) ?? []),
                    CountersPath = result.GetValue(counters),
                    Tables = TableFile.Parse("--table", result.GetValue(tables) ?? []),
                    SortWithinNs = result.GetValue(sort) is { } within
                        ? Duration.Parse("--sort-within", within) : null,
                    SkipsCut = result.GetValue(skip),
                    TracePath = result.GetValue(trace),
                    WidthBits = result.GetValue(width),
                    Interfaces = result.GetValue(interfaces),
                };
                ReplayRun.Run(options, log, result.InvocationConfiguration.Error, cancel);
            },
            CancellationToken.None));
        return command;
    }

    private static Option<string[]> Files(
        string name, string form, string description, bool required) =>
        new(name)
        {
            Description = description,
            Required = required,
            HelpName = form,
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = true,
        };
}

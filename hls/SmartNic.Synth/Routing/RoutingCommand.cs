using System.Collections.Concurrent;
using System.CommandLine;
using System.ComponentModel;
using SmartNic.Synth.Examples;

namespace SmartNic.Synth.Routing;

/// <summary>`routing`: routes every clock of every example; writes ROUTING.md.</summary>
public static class RoutingCommand
{
    /// <summary>Where the table is, from the root of the repository.</summary>
    public const string File = "hls/examples/ROUTING.md";

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var root = new Option<DirectoryInfo>("--root")
        {
            Description = "repository",
            DefaultValueFactory = _ => new DirectoryInfo(Directory.GetCurrentDirectory()),
        };
        var command = new Command("routing",
            $"Routes the clocks of hls/examples for an iCE40; writes {File}. A run that was ended "
            + "goes on where it was.") { root };
        command.SetAction(parsed => Run(
            parsed.GetValue(root)!.FullName, Console.Out, Console.Error));
        return command;
    }

    /// <summary>Runs everything.</summary>
    /// <returns>0 all good, 2 a tool failed.</returns>
    public static int Run(string root, TextWriter output, TextWriter error)
    {
        try
        {
            var router = new Router(Path.Combine(root, "build", "routing"));
            var examples = Example.All(root);
            var clocks = new RoutedClock[examples.Count][];
            var options = new ParallelOptions { MaxDegreeOfParallelism = 2 };
            // One after another: a half of the list for each would leave one of them idle.
            var next = Partitioner.Create(
                Enumerable.Range(0, examples.Count), EnumerablePartitionerOptions.NoBuffering);
            Parallel.ForEach(next, options, i =>
            {
                clocks[i] = [.. RoutedClock.Of(examples[i], router.Route)];
                lock (output)
                    output.WriteLine($"routing: {examples[i].Name}: {clocks[i].Length} clocks, "
                        + $"{clocks[i].Count(c => c.Routed == null)} without a route");
            });
            System.IO.File.WriteAllText(Path.Combine(root, File),
                RoutingTable.Text([.. clocks.SelectMany(s => s)]));
            return 0;
        }
        catch (AggregateException e) when (e.InnerExceptions.All(i => i is Win32Exception
            or InvalidOperationException or InvalidDataException or IOException))
        {
            error.WriteLine(e.InnerExceptions.Any(i => i is Win32Exception)
                ? "synth: yosys or nextpnr-ice40 is not installed; run: make -f fpga.mk routing"
                : $"synth: {e.InnerExceptions[0].Message}");
            return 2;
        }
    }
}

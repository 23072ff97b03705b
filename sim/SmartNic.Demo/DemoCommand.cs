using System.CommandLine;

namespace SmartNic.Demo;

/// <summary>The command line of the demo.</summary>
internal static class DemoCommand
{
    private const int Success = 0;
    private const int Failed = 1;
    private const int Cancelled = 130;

    public static RootCommand Create()
    {
        var replay = new Option<bool>("--replay")
        {
            Description = "Use the recorded captures even where namespaces and TAP are allowed",
        };
        var record = new Option<bool>("--record")
        {
            Description = "Record those captures anew from the kernel, and stop",
        };
        var backend = new Option<string>("--backend")
        {
            Description = "What the live board is made of: the Verilog, the native kernels in its "
                + "place, or the software board",
            HelpName = "sim|model|soft",
            DefaultValueFactory = _ => "sim",
        };
        backend.AcceptOnlyFromAmong("sim", "model", DemoOptions.Soft);
        var system = new Option<string?>("--system")
        {
            Description = "Run the scenario of this name or row (sim/scenarios), or all, instead "
                + "of the demo",
            HelpName = "NAME|ROW|all",
        };
        var output = new Option<string>("--output")
        {
            Description = "Folder of captures and logs",
            HelpName = "FOLDER",
            DefaultValueFactory = _ => Path.Combine(Paths.Repository(), "build", "demo"),
        };
        var snic = new Option<string>("--snic")
        {
            Description = "The snic program",
            HelpName = "FILE",
            DefaultValueFactory = _ => Paths.Snic(),
        };
        var root = new RootCommand(
            "Shows the gateway with the Linux kernel's VXLAN devices on its wire.")
        {
            system, replay, record, backend, output, snic,
        };
        root.SetAction((result, cancel) => Task.Run(() =>
        {
            var options = new DemoOptions
            {
                OutputFolder = Path.GetFullPath(result.GetRequiredValue(output)),
                Backend = result.GetRequiredValue(backend),
                SnicPath = result.GetRequiredValue(snic),
                FixtureFolder = Paths.Fixtures(),
                Record = result.GetValue(record),
            };
            return Run(options, result.GetValue(system), result.GetValue(replay), cancel);
        }));
        return root;
    }

    private static int Run(
        DemoOptions options, string? system, bool isReplay, CancellationToken cancel)
    {
        var progress = new Progress(Console.Out);
        try
        {
            bool isSoft = options.Backend == DemoOptions.Soft;
            Prerequisites.Install(progress, isSoft);
            string? whyNot = isReplay ? "asked for with --replay" : Topology.WhyNot(options.Prefix);
            if (system is not null)
            {
                ScenarioRunner.Run(system, options, progress, whyNot, cancel);
            }
            else if (options.Record)
            {
                FixtureRecorder.Run(options, progress, cancel);
            }
            else if (whyNot is null)
            {
                LiveDemo.Run(options, progress, cancel);
            }
            else if (isSoft)
            {
                throw new DemoException($"the software board has no devices here: {whyNot}");
            }
            else
            {
                progress.Step($"NOT LIVE: {whyNot}");
                ReplayDemo.Run(options, progress, cancel);
            }
        }
        catch (DemoException e) when (!cancel.IsCancellationRequested)
        {
            Console.Error.WriteLine($"demo: {e.Message}");
            return Failed;
        }
        catch (Exception e) when (e is OperationCanceledException or DemoException)
        {
            // Ctrl-C also ends the programs that the demo waits for; they are not to blame.
            Console.Error.WriteLine("demo: cancelled; namespaces and processes are removed");
            return Cancelled;
        }

        foreach (string failure in progress.Failures)
        {
            Console.Error.WriteLine($"demo: not as expected: {failure}");
        }

        progress.Text($"demo: {progress.Checked - progress.Failures.Count} of {progress.Checked} "
            + "expectations met");
        return progress.Failures.Count == 0 ? Success : Failed;
    }
}

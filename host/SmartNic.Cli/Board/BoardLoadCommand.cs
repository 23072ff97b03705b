using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using SmartNic.Cli.Shell;
using SmartNic.Flash;
using SmartNic.Jtag.Xilinx;

namespace SmartNic.Cli.Board;

/// <summary><c>snic board load</c>: a bitstream into an FPGA over JTAG, gone with its power.
/// </summary>
internal static class BoardLoadCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "Bitstream: .bit, .bin or .mcs, each also compressed by gzip",
        };
        var command = new Verb("load",
            "Load a bitstream into the FPGA of a board over its USB-JTAG. It is gone with the "
            + "power; the flash is not touched. A board on the PCI bus is lost to the kernel while "
            + "it is loaded: remove it before, and rescan after",
            "snic board load fpga.bit", "snic board load fpga.bit --cable 21770 --frequency 30")
        {
            file,
        };
        var cable = new CableOptions().AddTo(command);
        command.SetAction((result, cancel) =>
        {
            var error = result.InvocationConfiguration.Error;
            var image = FpgaImage.Load(result.GetRequiredValue(file));
            using var target = cable.Open(result);
            error.WriteText(string.Create(CultureInfo.InvariantCulture,
                $"{image.Path}: {image.Payload.Length} bytes for "
                + $"{image.Part ?? "a part that it does not name"}; ")
                + string.Create(CultureInfo.InvariantCulture,
                    $"{target.Device}, TCK {target.FrequencyHz / 1e6:0.###} MHz"));
            var watch = Stopwatch.StartNew();
            var progress = new LoadProgressText(error, !Console.IsErrorRedirected);
            new XilinxConfigurator(target.Chain, target.Device).Load(image, at =>
            {
                cancel.ThrowIfCancellationRequested();
                progress.Report(at);
            });
            result.InvocationConfiguration.Output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{target.Device}: {image.Payload.Length} bytes loaded in "
                + $"{watch.Elapsed.TotalSeconds:0.0} s; DONE is high, the design runs"));
            return Task.CompletedTask;
        });
        return command;
    }
}

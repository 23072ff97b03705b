using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using SmartNic.Cli.Shell;
using SmartNic.Driver;
using SmartNic.Flash;
using SmartNic.Flash.Writing;
using SmartNic.Pci.Nic;

namespace SmartNic.Cli.Board;

/// <summary><c>snic board flash</c>: a bitstream into the configuration memory of a board.
/// </summary>
internal static class BoardFlashCommand
{
    public static Command Create()
    {
        var json = CommonOptions.Json();
        var command = new Verb("flash",
            "Write a bitstream into the flash of a board, then let the FPGA load it. Only the "
            + "default segment is written; until the image is complete, the FPGA boots its "
            + "fallback image. After an interruption, the same command goes on where it ended",
            "snic board flash fpga.bit --pci 03:00.0",
            "snic board flash fpga.mcs.gz --pci 03:00.0 --save old.bin --no-reboot",
            "snic board flash fpga.bit --pci 03:00.0 --dry-run --json",
            "snic board flash fpga.bit --board sim:spi:/tmp/flash.img",
            "snic board flash fpga.bit --bridge bridge.bit --offset 0x1002000")
        {
            json,
        };
        var options = new FlashOptions().AddTo(command);
        var pci = new PciOptions().AddTo(command);
        var bridge = new BridgeOptions().AddTo(command);
        command.SetAction(async (result, cancel) =>
        {
            // The work is synchronous; off this thread, signals are still seen.
            var output = result.InvocationConfiguration.Output;
            if (bridge.IsWanted(result, pci.Board, options.Board, json))
            {
                var job = new BridgedFlashJob(result, options, bridge, cancel);
                output.WriteLine(await Task.Run(job.Run, CancellationToken.None));
                return;
            }

            var item = await Task.Run(
                () => Run(result, options, pci, cancel), CancellationToken.None);
            output.WriteLine(result.GetValue(json)
                ? JsonSerializer.Serialize(item, CliJson.Default.FlashItem) : Text(item));
        });
        return command;
    }

    private static FlashItem Run(
        ParseResult result, FlashOptions options, PciOptions pci, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        var error = result.InvocationConfiguration.Error;
        var image = FpgaImage.Load(result.GetRequiredValue(options.File));
        using var target = FlashTarget.Open(result, pci, options.Board);
        var nic = new CorundumNic(target.Bar, target.BarBytes);
        using var flash = CorundumFlash.Open(target.Bar, nic, target.Clock);
        var job = new FlashJob(result, options, image, flash, nic.Firmware.FpgaId);
        error.WriteText($"{image.Path}: {image.Format}, {image.Payload.Length} bytes for "
            + (image.IdCode is { } id ? FpgaPart.Text(id) : "an unknown FPGA")
            + (image.Design is null ? string.Empty : $", {image.Design}, {image.Built}"));
        error.WriteText($"{target.Name}: {FpgaPart.Text(nic.Firmware.FpgaId)}, {flash.Name}, "
            + $"segment {flash.Segments.Default.Index} of {flash.Segments.All.Count}");
        job.Check();
        var progress = new FlashProgressText(error, !Console.IsErrorRedirected);
        var saved = job.Save(progress, cancel);
        var report = Write(job, progress, cancel);
        var reboots = report.IsChanged && !job.IsDryRun && !result.GetValue(options.NoReboot);
        if (reboots)
        {
            target.Reboot(flash, error.WriteText);
        }

        return job.Item(target.Name, nic.Firmware, report, saved, watch.Elapsed, reboots);
    }

    /// <summary>Writes; a failure tells what the card does now.</summary>
    private static FlashReport Write(
        FlashJob job, FlashProgressText progress, CancellationToken cancel)
    {
        try
        {
            return job.Write(progress, cancel);
        }
        catch (Exception e) when (progress.HasChanged
            && e is FlashException or DeviceLostException or OperationCanceledException)
        {
            progress.End();
            var failure = Failure.Of(e)!;
            throw new CliException(failure.Code, [.. failure.Lines, .. job.AfterFailure()]);
        }
        finally
        {
            progress.End();
        }
    }

    private static string Text(FlashItem item) =>
        !item.Changed ? $"{item.Board} has this image already: nothing was changed"
        : item.DryRun ? $"{item.Board}: {item.SectorsWritten} of {item.Sectors} sectors would be "
            + $"written into segment {item.Segment}; nothing was changed"
        : $"{item.Board}: {item.Bytes} bytes are in segment {item.Segment}, read back and right "
            + $"({item.SectorsWritten} of {item.Sectors} sectors written, {item.Retries} twice); "
            + (item.Rebooted ? "the FPGA has loaded itself again"
                : "the FPGA loads it at the next power cycle");
}

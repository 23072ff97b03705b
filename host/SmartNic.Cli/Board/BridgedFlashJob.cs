using System.CommandLine;
using System.Globalization;
using SmartNic.Cli.Shell;
using SmartNic.Flash;
using SmartNic.Flash.Writing;
using SmartNic.Jtag;
using SmartNic.Jtag.Bridge;
using SmartNic.Jtag.Xilinx;
using SmartNic.Usb;

namespace SmartNic.Cli.Board;

/// <summary>
/// <c>snic board flash --bridge</c>: an image into the SPI flash behind an FPGA, over USB-JTAG.
/// </summary>
internal sealed class BridgedFlashJob(
    ParseResult result, FlashOptions options, BridgeOptions bridge, CancellationToken cancel)
{
    // Sectors of this size; a bank must end at one.
    private const long SectorBytes = 64 << 10;

    private readonly TextWriter error = result.InvocationConfiguration.Error;

    /// <summary>Does it, and tells what was done.</summary>
    public string Run()
    {
        var image = FpgaImage.Load(result.GetRequiredValue(options.File));
        var bridgeImage = FpgaImage.Load(result.GetRequiredValue(bridge.Bridge)!);
        long start = Start(image);
        using var target = bridge.Cable.Open(result);
        if (!result.GetValue(options.ForcePart))
        {
            new XilinxConfigurator(target.Chain, target.Device).Check(image);
        }

        error.WriteText($"{image.Path}: {image.Payload.Length} bytes; {target.Device}");
        var loading = new LoadProgressText(error, !Console.IsErrorRedirected);
        var flash = new BridgedFlash(target, bridgeImage, new SystemClock(), loading.Report);
        error.WriteText($"{flash.Memory.Geometry.Part}, through {bridgeImage.Path} "
            + $"({flash.Bus.Framing})");
        var bank = Bank(flash, start, image.Payload.Length);
        Unprotect(bank);
        var report = Write(bank, image);
        bool isReboot = report.IsChanged && !result.GetValue(options.DryRun)
            && !result.GetValue(options.NoReboot);
        if (isReboot)
        {
            flash.Reboot();
        }

        return Text(target, report, start, isReboot);
    }

    private long Start(FpgaImage image)
    {
        long start = bridge.Start(result) ?? (image.LoadAddress != 0 ? image.LoadAddress
            : throw new CliException(ExitCode.Usage,
                "with --bridge, say with --offset where in the flash the image goes",
                "Alveo cards keep their fallback image below 0x1002000"));
        if (start % SectorBytes != 0 && start % 4096 != 0)
        {
            throw CliException.Usage($"--offset 0x{start:X} is not at a sector (4 KiB)");
        }

        return start != 0 || result.GetValue(options.WithoutFallback) ? start
            : throw new CliException(ExitCode.Failure,
                "at offset 0 is the image that a board falls back to",
                "--without-fallback writes there all the same");
    }

    private static FlashBank Bank(BridgedFlash flash, long start, long bytes)
    {
        long end = (start + bytes + SectorBytes - 1) / SectorBytes * SectorBytes;
        long size = flash.Memory.Geometry.SizeBytes;
        return end <= size ? new FlashBank(flash.Memory, start, end - start)
            : throw CliException.Failed(
                $"the image needs the bytes from 0x{start:X} to 0x{end:X}, and the flash has "
                + $"0x{size:X}");
    }

    private void Unprotect(FlashBank bank)
    {
        if (bank.Memory.Protection(bank.Start, bank.End) is not { } why)
        {
            return;
        }

        if (!result.GetValue(options.ClearProtection) || result.GetValue(options.DryRun))
        {
            throw new CliException(ExitCode.Failure, why,
                "somebody protected it on purpose; --clear-protection clears the bits for good");
        }

        bank.Memory.Unprotect();
    }

    private FlashReport Write(FlashBank bank, FpgaImage image)
    {
        var progress = new FlashProgressText(error, !Console.IsErrorRedirected);
        try
        {
            Save(bank, progress);
            return new Flasher(progress, cancel).Write(
                [bank], [image.Payload.ToArray()], result.GetValue(options.Rewrite),
                result.GetValue(options.DryRun));
        }
        catch (Exception e) when (progress.HasChanged
            && e is FlashException or JtagException or UsbException or OperationCanceledException)
        {
            progress.End();
            var failure = Failure.Of(e)!;
            throw new CliException(failure.Code, [.. failure.Lines,
                $"the image at 0x{bank.Start:X} is incomplete, and has no synchronisation word: "
                    + "the FPGA does not boot it",
                "run the same command again: it goes on where it ended"]);
        }
        finally
        {
            progress.End();
        }
    }

    private void Save(FlashBank bank, FlashProgressText progress)
    {
        if (result.GetValue(options.Save) is not { } path)
        {
            return;
        }

        using var file = new StagedFile(path);
        progress.Begin(FlashStage.Save, bank.Bytes);
        byte[] sector = new byte[SectorBytes];
        for (long at = bank.Start; at < bank.End;)
        {
            cancel.ThrowIfCancellationRequested();
            int count = (int)Math.Min(sector.Length, bank.End - at);
            bank.Read(at, sector.AsSpan(0, count));
            file.Stream.Write(sector, 0, count);
            progress.Advance(count);
            at += count;
        }

        file.Commit();
    }

    private string Text(JtagTarget target, FlashReport report, long start, bool isReboot)
    {
        string where = string.Create(CultureInfo.InvariantCulture, $"{target.Device}, 0x{start:X}");
        return !report.IsChanged ? $"{where}: the image is there already: nothing was changed"
            : result.GetValue(options.DryRun)
                ? $"{where}: {report.SectorsWritten} of {report.Sectors} sectors would be written"
            : $"{where}: {report.ImageBytes} bytes written, read back and right "
                + $"({report.SectorsWritten} of {report.Sectors} sectors, {report.Retries} twice); "
                + (isReboot ? "the FPGA boots now" : "the FPGA still holds the bridge");
    }
}

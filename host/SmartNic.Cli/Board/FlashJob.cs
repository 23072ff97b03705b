using System.CommandLine;
using SmartNic.Cli.Shell;
using SmartNic.Flash;
using SmartNic.Flash.Writing;
using SmartNic.Pci.Nic;

namespace SmartNic.Cli.Board;

/// <summary>One image and one flash: what is checked, saved, written and told.</summary>
internal sealed class FlashJob(
    ParseResult result, FlashOptions options, FpgaImage image, CorundumFlash flash, uint fpgaId)
{
    private readonly FlashSegments segments = flash.Segments;

    public bool IsDryRun => result.GetValue(options.DryRun);

    /// <summary>Refuses what would do harm.</summary>
    /// <exception cref="CliException">It would; the message says which option allows it.
    /// </exception>
    public void Check()
    {
        var target = segments.Default;
        if (PartCheck.WhyNot(image, fpgaId) is { } other && !result.GetValue(options.ForcePart))
        {
            throw new CliException(ExitCode.Failure, other,
                "build it for the board's FPGA; --force-part writes it all the same");
        }

        if (image.LoadAddress != 0 && image.LoadAddress != target.Start)
        {
            throw CliException.Failed($"{image.Path} wants to be at 0x{image.LoadAddress:X}, but "
                + $"segment {target.Index}, which the FPGA boots, is at 0x{target.Start:X}");
        }

        if (!result.GetValue(options.WithoutFallback))
        {
            var why = segments.Fallback is { } fallback
                ? SegmentReader.WhyNotBootable(flash, fallback, fpgaId)
                : "the flash has no fallback segment";
            if (why is not null)
            {
                throw new CliException(ExitCode.Failure,
                    $"there is no image to fall back to: {why}",
                    "--without-fallback writes all the same; if power fails meanwhile, only JTAG "
                    + "revives the card");
            }
        }

        foreach (var bank in flash.Banks(target))
        {
            Unprotect(bank);
        }
    }

    /// <summary>Reads the old image into the file that --save names.</summary>
    /// <returns>Its bytes; null where there is no --save.</returns>
    public long? Save(IFlashProgress progress, CancellationToken cancel)
    {
        if (result.GetValue(options.Save) is not { } path)
        {
            return null;
        }

        using var file = new StagedFile(path);
        var bytes = SegmentReader.Read(flash, segments.Default, progress, cancel);
        file.Stream.Write(bytes);
        file.Commit();
        return bytes.Length;
    }

    public FlashReport Write(IFlashProgress progress, CancellationToken cancel)
    {
        var contents = flash.Split(image);
        var banks = flash.Banks(segments.Default);
        if (contents.Zip(banks).Any(pair => pair.First.Length > pair.Second.Bytes))
        {
            throw CliException.Failed($"{image.Path} has {image.Payload.Length} bytes, segment "
                + $"{segments.Default.Index} has room for {segments.Default.Bytes}");
        }

        return new Flasher(progress, cancel).Write(
            banks, contents, result.GetValue(options.Rewrite), IsDryRun);
    }

    /// <summary>What a user has to know when writing was interrupted.</summary>
    public IEnumerable<string> AfterFailure() =>
    [
        $"segment {segments.Default.Index} is incomplete; "
            + (segments.Fallback is { } fallback
                ? $"the fallback image in segment {fallback.Index} is untouched: the FPGA boots it"
                : "there is no fallback image: do not switch the machine off"),
        "run the same command again: it goes on where it ended",
    ];

    public FlashItem Item(
        string board, FirmwareId firmware, FlashReport report, long? savedBytes, TimeSpan time,
        bool rebooted) => new(
            image.Path, image.Format, image.Design, image.Part, image.Built,
            image.IdCode is { } id ? FpgaPart.Text(id) : null, image.Payload.Length,
            board, $"0x{firmware.BoardId:X8}", FpgaPart.Text(firmware.FpgaId), flash.Name,
            segments.Default.Index, segments.Default.Start, segments.Default.Bytes,
            segments.Fallback?.Index, report.Sectors, report.SectorsWritten, report.Retries,
            report.IsChanged, IsDryRun, savedBytes is null ? null : result.GetValue(options.Save),
            savedBytes, Math.Round(time.TotalSeconds, 3), rebooted);

    private void Unprotect(FlashBank bank)
    {
        if (bank.Memory.Protection(bank.Start, bank.End) is not { } why)
        {
            return;
        }

        if (!result.GetValue(options.ClearProtection) || IsDryRun)
        {
            throw new CliException(ExitCode.Failure, why,
                "somebody protected it on purpose; --clear-protection clears the bits for good");
        }

        bank.Memory.Unprotect();
    }
}

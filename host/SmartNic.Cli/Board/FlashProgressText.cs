using System.Diagnostics;
using System.Globalization;
using SmartNic.Flash.Writing;

namespace SmartNic.Cli.Board;

/// <summary>Tells how far flashing is: on a terminal in one line, elsewhere every few seconds.
/// </summary>
internal sealed class FlashProgressText(TextWriter error, bool isTerminal) : IFlashProgress
{
    private readonly TimeSpan step = TimeSpan.FromSeconds(isTerminal ? 0.2 : 5);
    private readonly Stopwatch watch = new();
    private FlashStage stage;
    private long total;
    private long done;
    private TimeSpan next;
    private bool isOpen;

    /// <summary>Whether anything in the flash may have been changed.</summary>
    public bool HasChanged { get; private set; }

    public void Begin(FlashStage begun, long totalBytes)
    {
        End();
        (stage, total, done, next) = (begun, totalBytes, 0, step);
        watch.Restart();
        HasChanged |= begun is FlashStage.Disarm or FlashStage.Write or FlashStage.Commit;
        isOpen = true;
        if (total == 0)
        {
            error.WriteLine(stage == FlashStage.Disarm
                ? "disarm: the old image is made unbootable; from now on, until the end, the FPGA "
                    + "boots its fallback image"
                : "commit: the new image is made bootable");
            isOpen = false;
        }
    }

    public void Advance(long bytes)
    {
        done += bytes;
        if (watch.Elapsed >= next)
        {
            next = watch.Elapsed + step;
            Write(isTerminal ? "\r" + Line() + "   " : Line() + Environment.NewLine);
        }
    }

    public void Note(string text)
    {
        Write((isTerminal && isOpen ? Environment.NewLine : string.Empty) + text
            + Environment.NewLine);
    }

    /// <summary>Ends the line of the last stage.</summary>
    public void End()
    {
        if (isOpen)
        {
            var seconds = watch.Elapsed.TotalSeconds;
            Write((isTerminal ? "\r" : string.Empty) + string.Create(CultureInfo.InvariantCulture,
                $"{Name}: {Mib(done)} MiB in {seconds:0.0} s, {Rate():0.00} MB/s")
                + (isTerminal ? "          " : string.Empty) + Environment.NewLine);
            isOpen = false;
        }
    }

    private string Name => stage.ToString().ToLowerInvariant();

    private string Line()
    {
        var left = done == 0 ? 0 : watch.Elapsed.TotalSeconds * (total - done) / done;
        return string.Create(CultureInfo.InvariantCulture,
            $"{Name}: {100 * done / Math.Max(total, 1)} %, {Mib(done)} of {Mib(total)} MiB, "
            + $"{Rate():0.00} MB/s, {left:0} s left");
    }

    private double Rate() => done / 1e6 / Math.Max(watch.Elapsed.TotalSeconds, 1e-6);

    private static string Mib(long bytes) =>
        (bytes / 1048576.0).ToString("0.0", CultureInfo.InvariantCulture);

    private void Write(string text) => error.Write(text);
}

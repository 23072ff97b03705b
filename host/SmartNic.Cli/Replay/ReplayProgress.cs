using System.Diagnostics;
using System.Globalization;
using SmartNic.Cli.Shell;

namespace SmartNic.Cli.Replay;

/// <summary>Tells how far a replay is: on a terminal in one line, elsewhere every few seconds.
/// </summary>
internal sealed class ReplayProgress(TextWriter error, long totalBytes)
{
    private static readonly bool IsTerminal = !Console.IsErrorRedirected;
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private TimeSpan next = TimeSpan.FromSeconds(IsTerminal ? 0.5 : 5);

    /// <summary>Says where it is, if it is time to.</summary>
    public void Report(long packets, long bytesRead)
    {
        if (watch.Elapsed < next)
        {
            return;
        }

        next = watch.Elapsed + TimeSpan.FromSeconds(IsTerminal ? 0.5 : 5);
        var percent = totalBytes == 0 ? 100 : 100 * bytesRead / totalBytes;
        var line = $"replay: {percent} %, {packets} packets, "
            + $"{Units.PerSecond(packets / watch.Elapsed.TotalSeconds)}packets/s";
        error.Write(IsTerminal ? $"\r{line}   " : line + Environment.NewLine);
    }

    /// <summary>Says what was done.</summary>
    /// <param name="packets">Packets that entered.</param>
    /// <param name="notes">What was left out or sorted, a line each.</param>
    public void Done(long packets, IEnumerable<string> notes)
    {
        var seconds = Math.Max(watch.Elapsed.TotalSeconds, 1e-9);
        error.WriteText(string.Create(CultureInfo.InvariantCulture,
            $"{(IsTerminal ? "\r" : string.Empty)}replay: {packets} packets in {seconds:0.00} s, ")
            + $"{Units.PerSecond(packets / seconds)}packets/s");
        foreach (var note in notes)
        {
            error.WriteText($"replay: {note}");
        }
    }
}

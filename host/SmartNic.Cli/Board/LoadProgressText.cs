using System.Diagnostics;
using System.Globalization;
using SmartNic.Jtag.Xilinx;

namespace SmartNic.Cli.Board;

/// <summary>Tells how far a load is: on a terminal in one line, elsewhere every few seconds.
/// </summary>
internal sealed class LoadProgressText(TextWriter error, bool isTerminal)
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private TimeSpan _next;

    /// <summary>Says where it is, if it is time to.</summary>
    public void Report(LoadProgress at)
    {
        bool isEnd = at.Bytes == at.TotalBytes;
        if (_watch.Elapsed < _next && !isEnd)
        {
            return;
        }

        _next = _watch.Elapsed + TimeSpan.FromSeconds(isTerminal ? 0.2 : 5);
        string line = string.Create(CultureInfo.InvariantCulture,
            $"load: {at.Percent} % of {at.TotalBytes / 1048576.0:0.0} MiB, "
            + $"{_watch.Elapsed.TotalSeconds:0.0} s of about {at.Expected.TotalSeconds:0.0} s");
        error.Write(isTerminal && !isEnd ? $"\r{line}   "
            : (isTerminal ? "\r" : string.Empty) + line + Environment.NewLine);
    }
}

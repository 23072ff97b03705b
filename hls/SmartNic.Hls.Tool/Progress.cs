using System.Diagnostics;
using System.Globalization;

namespace SmartNic.Hls.Tool;

/// <summary>How far long work is: on a terminal in one line, elsewhere every ten
/// seconds.</summary>
internal sealed class Progress(TextWriter error, string what, string unit, long total)
    : IProgress<long>, IProgress<int>
{
    private static readonly bool IsTerminal = !Console.IsErrorRedirected;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly Lock _lock = new();
    private double _next = IsTerminal ? 0.5 : 10;

    public void Report(int value) => Report((long)value);

    public void Report(long value)
    {
        lock (_lock)
        {
            double now = _watch.Elapsed.TotalSeconds;
            if (now < _next) return;
            _next = now + (IsTerminal ? 0.5 : 10);
            string line = string.Create(CultureInfo.InvariantCulture,
                $"{what}: {value} of {total} {unit}, {value / now:F0}/s");
            error.Write(IsTerminal ? $"\r{line}   " : line + "\n");
        }
    }

    /// <summary>Leaves the line.</summary>
    public void Done()
    {
        if (IsTerminal && _watch.Elapsed.TotalSeconds > 0.5) error.Write("\r\n");
    }
}

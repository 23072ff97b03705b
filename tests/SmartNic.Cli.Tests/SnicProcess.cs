using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SmartNic.Cli.Tests;

/// <summary>
/// A <c>snic</c> of its own, whose memory can be measured and which can be stopped.
/// </summary>
internal sealed partial class SnicProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(1);

    private readonly Process process;
    private readonly StringBuilder error = new();

    /// <summary>Starts it, and waits for the socket that it is to offer.</summary>
    public SnicProcess(string socket, params string[] args)
    {
        var start = new ProcessStartInfo(
            Path.Combine(AppContext.BaseDirectory, "snic"), args)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) =>
        {
            lock (error)
            {
                error.AppendLine(line.Data);
            }
        };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        var watch = Stopwatch.StartNew();
        while (!File.Exists(socket))
        {
            Assert.That(process.HasExited, Is.False, Error);
            Assert.That(watch.Elapsed, Is.LessThan(Patience), $"{socket} does not appear: {Error}");
            Thread.Sleep(10);
        }
    }

    /// <summary>What it wrote to standard error so far.</summary>
    public string Error
    {
        get
        {
            lock (error)
            {
                return error.ToString();
            }
        }
    }

    public bool HasExited => process.HasExited;

    /// <summary>Descriptors that it has open.</summary>
    public int Descriptors => Directory.GetFiles($"/proc/{process.Id}/fd").Length;

    /// <summary>The most memory that it ever had, in MiB.</summary>
    public long PeakMiB => long.Parse(
        Peak().Match(File.ReadAllText($"/proc/{process.Id}/status")).Groups[1].Value,
        CultureInfo.InvariantCulture) / 1024;

    /// <summary>Processor time that it used.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Waits until it opens no more descriptors, for a second.</summary>
    /// <returns>How many it has open.</returns>
    public int SettledDescriptors()
    {
        var most = Descriptors;
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < Settled)
        {
            Thread.Sleep(10);
            if (Descriptors > most)
            {
                most = Descriptors;
                watch.Restart();
            }
        }

        return most;
    }

    /// <summary>Lets it have so many descriptors from now on.</summary>
    public void LimitDescriptors(int count) => Tool.MustPass(
        TimeSpan.FromSeconds(10), "prlimit", $"--pid={process.Id}", $"--nofile={count}:{count}");

    /// <summary>Sends a signal: STOP, CONT, TERM.</summary>
    public void Signal(string name) => Tool.MustPass(
        TimeSpan.FromSeconds(10), "/bin/kill", $"-{name}", $"{process.Id}");

    /// <summary>Waits until standard error has a text.</summary>
    public void WaitForError(string text)
    {
        var watch = Stopwatch.StartNew();
        while (!Error.Contains(text, StringComparison.Ordinal))
        {
            Assert.That(watch.Elapsed, Is.LessThan(Patience), $"no '{text}' in: {Error}");
            Thread.Sleep(10);
        }
    }

    /// <inheritdoc/>
    public override string ToString() =>
        (process.HasExited ? "ended" : $"at most {PeakMiB} MiB") + $"\n{Error}";

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
    }

    [GeneratedRegex(@"VmHWM:\s+(\d+) kB")]
    private static partial Regex Peak();
}

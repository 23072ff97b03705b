using System.Diagnostics;

namespace SmartNic.Demo;

/// <summary>A program that runs beside the demo; its output goes to a log file.</summary>
internal sealed class BackgroundProcess : IDisposable
{
    private const int StopMs = 5000;
    private const int TailLines = 15;
    private readonly Process _process;
    private readonly StreamWriter _log;
    private readonly string _logPath;

    /// <summary>Starts a program.</summary>
    /// <exception cref="DemoException">It cannot be started.</exception>
    public BackgroundProcess(
        string name, string logPath, string program, params IEnumerable<string> arguments)
    {
        (Name, _logPath) = (name, logPath);
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        _log = new StreamWriter(logPath) { AutoFlush = true };
        _log.WriteLine($"$ {program} {string.Join(' ', start.ArgumentList)}");
        try
        {
            _process = Shell.Start(start);
        }
        catch
        {
            _log.Dispose();
            throw;
        }

        _process.OutputDataReceived += (_, line) => Write(line.Data);
        _process.ErrorDataReceived += (_, line) => Write(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>What it is called in messages.</summary>
    public string Name { get; }

    /// <summary>Process id.</summary>
    public int Id => _process.Id;

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>Waits for a condition that the program brings about.</summary>
    /// <exception cref="DemoException">The program ended, or it took too long; with the end of its
    /// log.</exception>
    public void WaitUntil(Func<bool> condition, string what, TimeSpan limit)
    {
        long start = Stopwatch.GetTimestamp();
        while (!condition())
        {
            if (_process.HasExited || Stopwatch.GetElapsedTime(start) > limit)
            {
                string why = _process.HasExited
                    ? $"ended with exit code {_process.ExitCode}"
                    : $"took longer than {limit.TotalSeconds} s";
                throw new DemoException($"{Name} {why} before {what}; the end of {_logPath}:\n"
                    + Tail());
            }

            Thread.Sleep(20);
        }
    }

    /// <summary>Asks the program to end (SIGTERM), and ends it when it does not.</summary>
    public void Stop()
    {
        if (!_process.HasExited)
        {
            // kill(1) of the shell: .NET can only send SIGKILL.
            Shell.Try("/bin/sh", "-c", $"kill -TERM {_process.Id}");
            if (!_process.WaitForExit(StopMs))
            {
                _process.Kill(entireProcessTree: true);
            }
        }

        _process.WaitForExit();
    }

    /// <summary>Ends the program at once (SIGKILL).</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Stop();
        _process.Dispose();
        lock (_log)
        {
            _log.Dispose();
        }
    }

    private string Tail()
    {
        Thread.Sleep(200); // the last lines are still on their way
        string[] lines = File.ReadAllLines(_logPath);
        return string.Join('\n', lines.TakeLast(TailLines).Select(l => "  " + l));
    }

    private void Write(string? line)
    {
        if (line is not null)
        {
            lock (_log)
            {
                _log.WriteLine(line);
            }
        }
    }
}

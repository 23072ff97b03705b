using System.Diagnostics;

namespace SmartNic.Demo;

/// <summary>Runs other programs to their end.</summary>
internal static class Shell
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    /// <summary>Runs a program.</summary>
    /// <returns>Its output.</returns>
    /// <exception cref="DemoException">It cannot be started, fails, or takes a minute.</exception>
    public static string Run(string program, params IEnumerable<string> arguments)
    {
        Result result = Try(program, arguments);
        return result.ExitCode == 0 ? result.Output : throw new DemoException(
            $"{program} {string.Join(' ', arguments)}: exit code {result.ExitCode}: "
            + result.Error.Trim());
    }

    /// <summary>Runs a program that may fail.</summary>
    /// <exception cref="DemoException">It cannot be started, or takes a minute.</exception>
    public static Result Try(string program, params IEnumerable<string> arguments) =>
        Try(Limit, program, arguments);

    /// <summary>Runs a program that may fail and may take <paramref name="limit"/>.</summary>
    /// <exception cref="DemoException">It cannot be started, or takes longer.</exception>
    public static Result Try(
        TimeSpan limit, string program, params IEnumerable<string> arguments)
    {
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

        using Process process = Start(start);
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(limit))
        {
            process.Kill(entireProcessTree: true);
            throw new DemoException($"{program} {string.Join(' ', arguments)}: no end after "
                + $"{limit.TotalSeconds} s");
        }

        process.WaitForExit();
        return new Result(process.ExitCode, output.Result, error.Result);
    }

    /// <summary>The program's path when it is in PATH or a usual folder of root's programs.
    /// </summary>
    public static string? Find(string program)
    {
        string path = Environment.GetEnvironmentVariable("PATH") + ":/usr/sbin:/sbin";
        return path.Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
    }

    public static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)
                ?? throw new DemoException($"{start.FileName}: did not start");
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new DemoException($"{start.FileName}: {e.Message}", e);
        }
    }

    internal sealed record Result(int ExitCode, string Output, string Error);
}

using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using SmartNic.Demo;

namespace SmartNic.Guest.Machine;

/// <summary>A PC under QEMU without KVM, and the devices that it is given.</summary>
internal sealed class VirtualMachine : IDisposable
{
    private static readonly TimeSpan BootLimit = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LineLimit = TimeSpan.FromMinutes(10);
    private readonly Process qemu;
    private readonly string folder;
    private readonly Task<string> errors;

    /// <summary>Starts it.</summary>
    /// <param name="kernel">Kernel image.</param>
    /// <param name="initramfs">Its file system.</param>
    /// <param name="console">File for what the kernel says.</param>
    /// <param name="devices">QEMU's options for its devices.</param>
    /// <exception cref="DemoException">QEMU cannot be started.</exception>
    public VirtualMachine(
        string kernel, string initramfs, string console, params IEnumerable<string> devices)
    {
        folder = Directory.CreateTempSubdirectory("snic-guest-").FullName;
        var start = new ProcessStartInfo("timeout")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // The limit holds also when this process is killed.
        string[] arguments =
        [
            "-s", "KILL", "2400", "qemu-system-x86_64", "-accel", "tcg", "-machine",
            "q35,memory-backend=mem", "-cpu", "max", "-m", "1024", "-smp", "1", "-display", "none",
            "-no-reboot", "-nodefaults", "-kernel", kernel, "-initrd", initramfs,
            "-append", "console=ttyS0 quiet panic=-1",
            "-object", "memory-backend-memfd,id=mem,size=1G,share=on",
            "-serial", $"file:{console}", "-chardev", "stdio,id=commands,signal=off",
            "-serial", "chardev:commands", "-qmp", $"unix:{QmpPath},server=on,wait=off",
            .. devices,
        ];
        Array.ForEach(arguments, start.ArgumentList.Add);
        qemu = Shell.Start(start);
        errors = qemu.StandardError.ReadToEndAsync();
    }

    private string QmpPath => Path.Combine(folder, "qmp");

    /// <summary>Waits for the guest to take commands.</summary>
    /// <returns>What it said on the way: nothing, when all went well.</returns>
    /// <exception cref="DemoException">It does not.</exception>
    public string WaitForBoot() => ReadToMark(BootLimit).Output;

    /// <summary>Runs a line in the guest's shell.</summary>
    /// <exception cref="DemoException">The guest does not answer.</exception>
    public CommandResult Run(string line)
    {
        qemu.StandardInput.Write(line + "\n");
        qemu.StandardInput.Flush();
        return ReadToMark(LineLimit);
    }

    /// <summary>Pulls a card, as a user does who presses the slot's button.</summary>
    /// <param name="device">Its id among the devices.</param>
    /// <exception cref="DemoException">QEMU refuses.</exception>
    public void Unplug(string device)
    {
        using var socket =
            new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(QmpPath));
        using var stream = new NetworkStream(socket);
        using var reader = new StreamReader(stream);
        using var writer = new StreamWriter(stream) { AutoFlush = true, NewLine = "\n" };
        reader.ReadLine();
        string[] commands =
        [
            """{"execute":"qmp_capabilities"}""",
            $$$"""{"execute":"device_del","arguments":{"id":"{{{device}}}"}}""",
        ];
        foreach (string command in commands)
        {
            writer.WriteLine(command);
            string answer = reader.ReadLine() ?? "";
            while (answer.Contains("\"event\"", StringComparison.Ordinal))
            {
                answer = reader.ReadLine() ?? "";
            }

            if (!answer.Contains("\"return\"", StringComparison.Ordinal))
            {
                throw new DemoException($"QEMU: {command}: {answer}");
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!qemu.HasExited)
        {
            qemu.Kill(entireProcessTree: true);
        }

        qemu.WaitForExit();
        qemu.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private CommandResult ReadToMark(TimeSpan limit)
    {
        var text = new StringBuilder();
        long start = Stopwatch.GetTimestamp();
        while (true)
        {
            Task<string?> read = qemu.StandardOutput.ReadLineAsync();
            TimeSpan left = limit - Stopwatch.GetElapsedTime(start);
            if (left <= TimeSpan.Zero || !read.Wait(left))
            {
                throw new DemoException(
                    $"the guest does not answer for {limit.TotalSeconds} s; it said:\n{text}");
            }

            string line = (read.Result ?? throw new DemoException(
                $"the guest is gone: {errors.Result}\n{text}")).TrimEnd('\r');
            if (line.StartsWith("@@ ", StringComparison.Ordinal))
            {
                _ = int.TryParse(line[3..], CultureInfo.InvariantCulture, out int code);
                return new CommandResult(code, text.ToString());
            }

            text.Append(line).Append('\n');
        }
    }

    internal sealed record CommandResult(int ExitCode, string Output);
}

using SmartNic.Demo;
using SmartNic.Guest.Machine;
using SmartNic.Guest.Proxy;

namespace SmartNic.Guest;

/// <summary>The verilated card in a Linux guest, from discovery to hot-unplug.</summary>
public static class GuestRun
{
    // snic's exit code for a device that is not there or is lost.
    private const int DeviceExit = 3;
    private static readonly TimeSpan AttachLimit = TimeSpan.FromSeconds(90);

    /// <summary>Runs all of it; expectations go to <paramref name="progress"/>.</summary>
    /// <param name="folder">For what is built and captured.</param>
    /// <param name="progress">Told what happens.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="DemoException">It cannot go on.</exception>
    public static void Run(string folder, Progress progress, CancellationToken cancel)
    {
        Prerequisites.Install(progress,
            [("qemu-system-x86_64", "qemu-system-x86"), ("busybox", "busybox-static")]);
        string kernel = KernelImage.Get(Path.Combine(folder, "kernel"), progress);
        string yaml = Path.Combine(Paths.Repository(), "sim", "scenarios", "two-tenants.yaml");
        progress.Step("building the guest's file system");
        string initramfs = Initramfs.Build(folder, new Dictionary<string, byte[]>
        {
            ["/etc/gateway.yaml"] = File.ReadAllBytes(yaml),
        });
        var (ours, qemus) = LinuxCalls.SocketPair();
        using var responder = new Responder(ours, seed: 1);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var machine = new VirtualMachine(
            kernel, initramfs, qemus, Path.Combine(folder, "console.log"));
        Task card = Task.Factory.StartNew(() => responder.Run(stop.Token), CancellationToken.None,
            TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            progress.Step("booting");
            machine.WaitForBoot();
            Steps(machine, responder, progress);
        }
        finally
        {
            stop.Cancel();
            card.Wait(CancellationToken.None);
        }
    }

    private static void Steps(VirtualMachine machine, Responder responder, Progress progress)
    {
        Show(machine, progress, "snic board probe --enable", "1234:1001", "0x534E4943", "fw_id");
        Show(machine, progress, "snic board link", "up");
        machine.Run("snic board attach --pci 01:00.0 --config /etc/gateway.yaml "
            + ">/tmp/attach.log 2>&1 & attach=$!");
        bool attached = WaitFor(machine, "grep -q 'attached' /tmp/attach.log");
        progress.Expect(attached, "attach takes the card over");
        Show(machine, progress, "cat /tmp/attach.log");
        Show(machine, progress, "snic config apply /etc/gateway.yaml");
        Show(machine, progress, "snic counter show red", "to_host");
        progress.Step($"{responder.Accesses} register accesses, {responder.Clocks} clocks");
        machine.Unplug();
        var end = machine.Run("wait $attach; code=$?; cat /tmp/attach.log; (exit $code)");
        progress.Text(end.Output);
        progress.Expect(
            end.ExitCode == DeviceExit
                && end.Output.Contains("device removed", StringComparison.Ordinal),
            $"hot-unplug ends attach with exit code {DeviceExit} and a message");
    }

    private static bool WaitFor(VirtualMachine machine, string command)
    {
        long start = System.Diagnostics.Stopwatch.GetTimestamp();
        while (System.Diagnostics.Stopwatch.GetElapsedTime(start) < AttachLimit)
        {
            if (machine.Run(command).ExitCode == 0)
            {
                return true;
            }

            machine.Run("sleep 0.2");
        }

        return false;
    }

    private static void Show(
        VirtualMachine machine, Progress progress, string command, params string[] expected)
    {
        var result = machine.Run(command);
        progress.Text(result.Output);
        string[] missing = [.. expected.Where(
            text => !result.Output.Contains(text, StringComparison.Ordinal))];
        progress.Expect(result.ExitCode == 0 && missing.Length == 0,
            missing.Length == 0 ? $"{command}: exit code {result.ExitCode}"
                : $"{command}: says nothing of {string.Join(", ", missing)}");
    }
}

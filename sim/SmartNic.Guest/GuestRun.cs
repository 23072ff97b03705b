using System.Diagnostics;
using System.Globalization;
using System.Text;
using SmartNic.Demo;
using SmartNic.Driver;
using SmartNic.Guest.Card;
using SmartNic.Guest.Machine;
using SmartNic.Guest.Proxy;
using SmartNic.Packets;

namespace SmartNic.Guest;

/// <summary>The verilated card in a Linux guest, from discovery to hot-unplug.</summary>
public static class GuestRun
{
    // snic's exit code for a device that is not there or is lost.
    private const int DeviceExit = 3;
    private const string CardId = "nic0";
    private const string AttachCommand =
        "snic board attach --pci 01:00.0 --config /etc/gateway.yaml --retry 5";

    private static readonly TimeSpan PublishLimit = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan AttachLimit = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan TrafficLimit = TimeSpan.FromSeconds(60);

    private static readonly (string Program, string Package)[] Needed =
        [("qemu-system-x86_64", "qemu-system-x86"), ("busybox", "busybox-static")];

    /// <summary>Installs QEMU and fetches a kernel, where they are not there.</summary>
    /// <param name="folder">For the kernel.</param>
    /// <param name="progress">Told what happens.</param>
    /// <param name="more">Programs that are needed besides, with their packages.</param>
    /// <returns>Path of the kernel.</returns>
    /// <exception cref="DemoException">One of them cannot be had here.</exception>
    public static string Prepare(
        string folder, Progress progress,
        params IReadOnlyList<(string Program, string Package)> more)
    {
        Prerequisites.Install(progress, [.. Needed, .. more]);
        return KernelImage.Get(Path.Combine(folder, "kernel"), progress);
    }

    /// <summary>Runs all of it; expectations go to <paramref name="progress"/>.</summary>
    /// <param name="folder">For what is built and captured.</param>
    /// <param name="progress">Told what happens.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="DemoException">It cannot go on.</exception>
    public static void Run(string folder, Progress progress, CancellationToken cancel)
    {
        string kernel = Prepare(folder, progress);
        var scenario = new Scenario();
        progress.Step("building the guest's file system");
        string initramfs = Path.Combine(folder, "initramfs.gz");
        Initramfs.Build(initramfs, [Publish()], [], new Dictionary<string, byte[]>
        {
            ["/etc/gateway.yaml"] = Encoding.UTF8.GetBytes(scenario.Yaml),
        });
        var (ours, qemus) = LinuxCalls.SocketPair();
        using var responder = new Responder(ours, seed: 1);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var machine = new VirtualMachine(
            kernel, initramfs, Path.Combine(folder, "console.log"),
            "-device", "pcie-root-port,id=rp0,chassis=1,slot=1",
            "-device", string.Create(
                CultureInfo.InvariantCulture, $"x-pci-proxy-dev,id={CardId},bus=rp0,fd={qemus}"));
        LinuxCalls.Close(qemus);
        Task card = Task.Factory.StartNew(() => responder.Run(stop.Token), CancellationToken.None,
            TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            progress.Step("booting");
            machine.WaitForBoot();
            Steps(machine, responder, scenario, folder, progress);
        }
        finally
        {
            stop.Cancel();
            card.Wait(CancellationToken.None);
        }
    }

    private static string Publish()
    {
        string root = Paths.Repository();
        Shell.Result result = Shell.Try(PublishLimit, "make", "--no-print-directory", "-C", root,
            "-f", "fpga.mk", "publish");
        return result.ExitCode == 0 ? Path.Combine(root, "build", "publish", "snic")
            : throw new DemoException(
                $"snic cannot be published:\n{result.Output}{result.Error}");
    }

    private static void Steps(
        VirtualMachine machine, Responder responder, Scenario scenario, string folder,
        Progress progress)
    {
        Show(machine, progress, "snic board probe --enable", "1234:1001", "0x534E4943", "fw_id");
        Show(machine, progress, "snic board link", "up");
        machine.Run("echo 4 > /proc/sys/vm/nr_hugepages");
        Attach(machine, responder, progress);
        Show(machine, progress, "snic config apply /etc/gateway.yaml");
        Traffic(responder, scenario, folder, progress);
        Show(machine, progress, "snic counter show red", "to_host");
        OwnerIsKilled(machine, responder, scenario, progress);
        Attach(machine, responder, progress);
        Traffic(responder, scenario, folder, progress);
        progress.Step($"{responder.Accesses} register accesses, {responder.Clocks} clocks");
        machine.Unplug(CardId);
        var end = machine.Run("wait $attach; code=$?; cat /tmp/attach.log; (exit $code)");
        progress.Text(end.Output);
        progress.Expect(
            end.ExitCode == DeviceExit
                && end.Output.Contains("device removed", StringComparison.Ordinal),
            $"hot-unplug ends attach with exit code {DeviceExit} and a message");
        progress.Expect(!end.Output.Contains(" 0 frames injected", StringComparison.Ordinal)
                && end.Output.Contains("frames injected", StringComparison.Ordinal),
            "the guest's slow path answered");
        var gone = machine.Run("snic board probe");
        progress.Expect(
            gone.ExitCode == DeviceExit
                && gone.Output.Contains("there is no board", StringComparison.Ordinal),
            $"snic board probe afterwards: no board, exit code {gone.ExitCode}");
    }

    private static void Attach(VirtualMachine machine, Responder responder, Progress progress)
    {
        long before = responder.Accesses;
        machine.Run(AttachCommand + " >/tmp/attach.log 2>&1 & attach=$!");
        bool attached = WaitFor(machine, "grep -q 'ready:' /tmp/attach.log");
        progress.Expect(attached,
            $"attach takes the card over with {responder.Accesses - before} register accesses");
        Show(machine, progress, "cat /tmp/attach.log");
    }

    /// <summary>
    /// SIGKILL: the card's rings go on, into a page that stays the card's; the next owner ends them
    /// before it uses the page.
    /// </summary>
    private static void OwnerIsKilled(
        VirtualMachine machine, Responder responder, Scenario scenario, Progress progress)
    {
        var second = machine.Run(AttachCommand + " --socket /tmp/second.sock");
        progress.Text(second.Output);
        progress.Expect(second.ExitCode != 0
                && second.Output.Contains("another process has", StringComparison.Ordinal),
            "a second owner is refused");
        machine.Run("kill -9 $attach; wait $attach");
        long before = responder.DmaBytes;
        responder.Send(scenario.Inputs[0]);
        long start = Stopwatch.GetTimestamp();
        while (responder.DmaBytes == before && Stopwatch.GetElapsedTime(start) < TrafficLimit)
        {
            Thread.Sleep(10);
        }

        progress.Expect(responder.DmaBytes > before,
            $"the card moves {responder.DmaBytes - before} bytes after its owner was killed");
        Show(machine, progress, "ls -l /dev/hugepages", "-rw-------", "snic-0000:01:00.0.ring");
        Show(machine, progress, "grep HugePages_ /proc/meminfo", "HugePages_Free:        3");
    }

    /// <summary>Frames through the card, the guest's memory and its slow path, and back.</summary>
    private static void Traffic(
        Responder responder, Scenario scenario, string folder, Progress progress)
    {
        IReadOnlyList<CardFrame> expected = scenario.Reference(out _);
        foreach (CardFrame frame in scenario.Inputs)
        {
            responder.Send(frame);
        }

        var outputs = new List<CardFrame>();
        long start = Stopwatch.GetTimestamp();
        while (outputs.Count < expected.Count
            && Stopwatch.GetElapsedTime(start) < TrafficLimit)
        {
            if (responder.Receive() is { } frame)
            {
                outputs.Add(frame);
            }
            else
            {
                Thread.Sleep(10);
            }
        }

        // What comes too often comes late.
        Thread.Sleep(500);
        while (responder.Receive() is { } late)
        {
            outputs.Add(late);
        }

        foreach (var port in expected.Concat(outputs).Select(frame => frame.Port).Distinct().Order(
            Comparer<PortId>.Create((a, b) =>
                (a.Kind, a.Queue).CompareTo((b.Kind, b.Queue)))))
        {
            string name = port.Kind == PortKind.Wire ? "wire" : $"host queue {port.Queue}";
            var (want, have) = (Of(expected, port), Of(outputs, port));
            Write(folder, port, outputs);
            progress.Expect(want.SequenceEqual(have),
                $"{have.Length} frames to {name}, {want.Length} in the simulation in process, "
                + "the same bytes");
        }

        progress.Expect(responder.DmaBytes > 0,
            $"{responder.DmaBytes} bytes of guest memory moved by DMA");
    }

    private static string[] Of(IEnumerable<CardFrame> frames, PortId port) =>
        [.. frames.Where(frame => frame.Port == port).Select(
            frame => Convert.ToHexString(frame.Bytes)).Order(StringComparer.Ordinal)];

    private static void Write(string folder, PortId port, IEnumerable<CardFrame> frames)
    {
        string name = port.Kind == PortKind.Wire ? "wire" : $"host.{port.Queue}";
        using var capture =
            PcapWriter.Create(Path.Combine(folder, name + ".pcap"), LinkTypes.Ethernet);
        foreach (CardFrame frame in frames.Where(frame => frame.Port == port))
        {
            capture.Write(0, frame.Bytes);
        }
    }

    private static bool WaitFor(VirtualMachine machine, string command)
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < AttachLimit)
        {
            if (machine.Run(command).ExitCode == 0)
            {
                return true;
            }

            machine.Run("sleep 1");
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

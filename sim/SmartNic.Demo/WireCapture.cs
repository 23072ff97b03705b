namespace SmartNic.Demo;

/// <summary>tcpdump on a device inside a namespace, written to a file.</summary>
internal sealed class WireCapture : IDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(10);
    private readonly BackgroundProcess _tcpdump;

    /// <summary>Starts a capture and waits until it sees packets.</summary>
    /// <param name="namespace">Namespace of the device.</param>
    /// <param name="device">The device.</param>
    /// <param name="path">The pcap, nanosecond stamps.</param>
    /// <param name="options">More options of tcpdump, its filter at the end.</param>
    public WireCapture(string @namespace, string device, string path, params string[] options)
    {
        File.Delete(path);
        string log = Path.ChangeExtension(path, ".log");
        _tcpdump = new BackgroundProcess("tcpdump", log, "ip",
            ["netns", "exec", @namespace, "tcpdump", "-i", device, "-w", path, "-U", "-s", "0",
                "--immediate-mode", "--time-stamp-precision=nano", "-Z", "root", .. options]);
        _tcpdump.WaitUntil(
            () => File.Exists(path) && new FileInfo(path).Length >= 24, "it listened", StartLimit);
    }

    public void Dispose() => _tcpdump.Dispose();
}

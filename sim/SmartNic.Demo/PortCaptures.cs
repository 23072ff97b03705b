namespace SmartNic.Demo;

/// <summary>Captures of what the kernel sends to the board, one for each port.</summary>
internal sealed class PortCaptures : IDisposable
{
    private readonly List<WireCapture> _captures = [];

    public PortCaptures(string folder, Topology topology, IReadOnlyList<TenantPlan> tenants)
    {
        Start("wire", topology.WireNamespace, topology.WireDevice);
        foreach (TenantPlan tenant in tenants)
        {
            Start($"host.{tenant.Name}", topology.HostNamespace(tenant),
                topology.HostDevice(tenant));
        }

        void Start(string port, string @namespace, string device) => _captures.Add(
            new WireCapture(@namespace, device, PathOf(folder, port), "-Q", "out"));
    }

    /// <summary>The file of a port.</summary>
    public static string PathOf(string folder, string port) =>
        Path.Combine(folder, $"{port}.pcap");

    public void Dispose()
    {
        foreach (WireCapture capture in _captures)
        {
            capture.Dispose();
        }
    }
}

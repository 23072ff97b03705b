using System.Text.Json.Nodes;
using SmartNic.Driver;

namespace SmartNic.Demo;

/// <summary>Rules that stand once, and references to them (row 4 of the systems).</summary>
internal sealed partial class FirewallScenario : IScenario
{
    private const int Bytes = 64 * 1024;
    private const int DeniedMs = 1500;
    private const int AllowedMs = 15_000;
    private const int Datagrams = 200;
    private const ushort ClientPort = 40000;
    private const ushort Telnet = 23;
    private const ushort Mail = 25;

    /// <inheritdoc/>
    public string Name => "firewall";

    /// <inheritdoc/>
    public void Run(ScenarioRun run)
    {
        Ports(run);
        Shared(run);
        Explain(run);
        TooMany(run);
        Edit(run);
        Fill(run);
        Crash(run);
        AddUp(run);
    }

    /// <inheritdoc/>
    public void RunWithout(ScenarioRun run) => Denied(run, run.Tenant("red"));

    /// <summary>4.1 to 4.4: what connects, what does not, and what is counted.</summary>
    private static void Ports(ScenarioRun run)
    {
        (TenantPlan red, TenantPlan blue) = (run.Tenant("red"), run.Tenant("blue"));
        Allowed(run, "4.1", red, isReceived: true, 80);
        Allowed(run, "4.1", red, isReceived: false, 443);
        CounterSnapshot before = run.Gateway.Counters().Board;
        (string wire, string host) = ("denied-wire.pcap", "denied-host.pcap");
        using (run.Capture(run.Topology.WireNamespace, run.Topology.WireDevice, wire))
        using (run.Capture(run.Topology.HostNamespace(red), run.Topology.HostDevice(red), host))
        {
            Denied(run, red);
            using UdpFlows received = Received(run, red, (ClientPort, 9));
            using UdpFlows sent = Sent(run, red, (ClientPort, 69));
            received.SendRounds(Datagrams, 2, run.Cancel);
            sent.SendRounds(Datagrams, 2, run.Cancel);
            received.Settle();
            run.Expect("4.4", received.Arrived(0) + sent.Arrived(0) == 0,
                $"{received.Arrived(0)} and {sent.Arrived(0)} of {Datagrams} UDP packets arrive");
        }

        CounterSnapshot after = run.Gateway.Counters().Board;
        Counted(run, "receive", Drops(after, "red").Rx - Drops(before, "red").Rx,
            Tshark.Count(run.PathOf(wire),
                $"vxlan.vni == {red.Vni} && (tcp.dstport == 23 || udp.dstport == 9)"));
        Counted(run, "send", Drops(after, "red").Tx - Drops(before, "red").Tx,
            Tshark.Count(run.PathOf(host), "tcp.dstport == 25 || udp.dstport == 69"));
        long all = Firewall(after) - Firewall(before);
        (long rx, long tx) = (Drops(after, "red").Rx - Drops(before, "red").Rx,
            Drops(after, "red").Tx - Drops(before, "red").Tx);
        run.Expect("4.4", all == rx + tx,
            $"firewall_denied rose by {all}, red's drops by {rx + tx}");
        Allowed(run, "4.3", blue, isReceived: true, Telnet);
        Allowed(run, "4.3", blue, isReceived: false, Mail);

        using UdpFlows discard = Received(run, blue, (ClientPort, 9));
        discard.SendRounds(Datagrams, 2, run.Cancel);
        discard.Settle();
        (long Rx, long Tx) lost = Drops(run.Gateway.Counters().Board, "blue");
        run.Expect("4.3", discard.Arrived(0) == Datagrams && lost == (0, 0),
            $"blue gets {discard.Arrived(0)} of {Datagrams} UDP packets to port 9, "
            + $"and {lost.Rx + lost.Tx} of its packets were dropped until here");
    }

    private static void Allowed(
        ScenarioRun run, string number, TenantPlan tenant, bool isReceived, ushort port)
    {
        FileTransfer.Outcome outcome = Move(run, tenant, isReceived, port, AllowedMs);
        run.Expect(number, outcome.Intact, $"{tenant.Name} {Verb(isReceived)} TCP {port}: "
            + $"{outcome.Bytes} of {Bytes} bytes");
    }

    /// <summary>4.2: telnet to red, and mail from it.</summary>
    private static void Denied(ScenarioRun run, TenantPlan red)
    {
        foreach ((bool isReceived, ushort port) in new[] { (true, Telnet), (false, Mail) })
        {
            FileTransfer.Outcome outcome = Move(run, red, isReceived, port, DeniedMs);
            run.Expect("4.2", !outcome.Intact && outcome.Bytes == 0, $"red {Verb(isReceived)} TCP "
                + $"{port}: {outcome.Bytes} of {Bytes} bytes, {outcome.Error ?? "connected"}");
        }
    }

    private static void Counted(ScenarioRun run, string way, long counted, int? captured) =>
        run.Expect("4.4", counted == captured && counted > Datagrams,
            $"{counted} drops counted to {way}, {captured} packets captured before the board");

    /// <summary>4.5: once, whoever refers to it.</summary>
    private static void Shared(ScenarioRun run)
    {
        JsonNode view = View(run);
        JsonNode[] time = [.. view["rules"]!.AsArray().Where(r => (string)r!["rule"]! == "time")!];
        run.Expect("4.5", time.Length == 1 && (int)time[0]["workloads"]! == 2,
            $"rule time stands at {time.Length} position ({time[0]["position"]}) and has "
            + $"{time[0]["workloads"]} tenants");
        JsonNode totals = Totals(view, "ingress");
        run.Expect("4.5", (int)totals["references"]! > (int)totals["rules"]!,
            $"{totals["rules"]} rules to receive, {totals["references"]} references to them, "
            + $"{totals["rows"]} rows in use");
    }

    /// <summary>4.11: nothing is lost without a count.</summary>
    private static void AddUp(ScenarioRun run)
    {
        (ulong In, ulong Out, ulong Dropped) sums = default;
        for (int n = 0; n < 5; n++)
        {
            // A frame of the kernel's own may come between two counters.
            Thread.Sleep(200);
            sums = LiveDemo.Sums(run.Gateway.Counters().Board);
            if (sums.In == sums.Out + sums.Dropped)
            {
                break;
            }
        }

        run.Expect("4.11", sums.In == sums.Out + sums.Dropped,
            $"{sums.In} came in, {sums.Out} went out, {sums.Dropped} were dropped");
    }

    private static string Verb(bool isReceived) => isReceived ? "receives" : "sends";

    private static FileTransfer.Outcome Move(
        ScenarioRun run, TenantPlan tenant, bool isReceived, ushort port, int limitMs)
    {
        var file = new byte[Bytes];
        new Random(port).NextBytes(file);
        string host = run.Topology.HostNamespace(tenant);
        string far = run.Topology.FarNamespace(tenant);
        return isReceived
            ? FileTransfer.Run(far, host, TenantPlan.HostIp, file, run.Cancel, port, limitMs)
            : FileTransfer.Run(host, far, TenantPlan.FarIp, file, run.Cancel, port, limitMs);
    }

    private static UdpFlows Received(
        ScenarioRun run, TenantPlan tenant, params (ushort Source, ushort Destination)[] flows) =>
        new(run.Topology.FarNamespace(tenant), run.Topology.HostNamespace(tenant),
            TenantPlan.HostIp, flows);

    private static UdpFlows Sent(
        ScenarioRun run, TenantPlan tenant, params (ushort Source, ushort Destination)[] flows) =>
        new(run.Topology.HostNamespace(tenant), run.Topology.FarNamespace(tenant),
            TenantPlan.FarIp, flows);

    private static (long Rx, long Tx) Drops(CounterSnapshot counters, string tenant)
    {
        TenantCounters count = counters.Tenants[tenant];
        return (count.Rx.Drops.Values.Sum(n => (long)n), count.Tx.Drops.Values.Sum(n => (long)n));
    }

    private static long Firewall(CounterSnapshot counters) =>
        (long)counters.Drops["firewall_denied"];

    private static JsonNode View(ScenarioRun run)
    {
        using ControlClient control = run.Gateway.Control();
        return control.Ask("firewall.list");
    }

    private static JsonNode Totals(JsonNode view, string direction) =>
        view["totals"]!.AsArray().Single(t => (string)t!["direction"]! == direction)!;
}

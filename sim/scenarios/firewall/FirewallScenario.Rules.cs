using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace SmartNic.Demo;

/// <content>Which rule decides, how many there can be, and who keeps them.</content>
internal sealed partial class FirewallScenario
{
    private const int MostTenants = 4095;
    private const int SimulatedTenants = 127;
    private const int Groups = 64;
    private const ushort LastPort = 6000;

    /// <summary>4.8: the rule that decides, for packets that were sent above.</summary>
    private static void Explain(ScenarioRun run)
    {
        (string Tenant, string Direction, string Protocol, int Port, string Answer)[] questions =
        [
            ("red", "ingress", "tcp", 80, "allow: rule web"),
            ("red", "ingress", "tcp", 23, "deny: no rule matches"),
            ("red", "egress", "tcp", 25, "deny: rule no-mail"),
            ("red", "egress", "tcp", 443, "allow: no rule matches"),
            ("red", "ingress", "udp", 9, "deny: no rule matches"),
            ("blue", "ingress", "tcp", 23, "allow: rule telnet"),
            ("blue", "ingress", "udp", 9, "allow: rule discard"),
            ("blue", "egress", "tcp", 25, "allow: no rule matches"),
        ];
        foreach ((string tenant, string direction, string protocol, int port, string answer)
            in questions)
        {
            // Against the tables as well: snic fails where they say something else.
            (int code, string first) = Ask(run, tenant, direction, protocol, port);
            run.Expect("4.8", code == 0 && first.StartsWith(answer, StringComparison.Ordinal),
                $"{tenant} {direction} {protocol} {port}: {first}");
        }
    }

    private static (int Code, string First) Ask(
        ScenarioRun run, string tenant, string direction, string protocol, int port)
    {
        (string from, string to) = direction == "ingress"
            ? (TenantPlan.FarIp, TenantPlan.HostIp) : (TenantPlan.HostIp, TenantPlan.FarIp);
        Shell.Result result = run.Gateway.Ask(
            "firewall", "explain", "--tenant", tenant, "--direction", direction, "--protocol",
            protocol, "--source", from, "--destination", to, "--source-port", $"{ClientPort}",
            "--destination-port", $"{port}");
        return (result.ExitCode, First(result));
    }

    private static string First(Shell.Result result) =>
        (result.Output + result.Error).Split('\n')[0];

    /// <summary>4.9: one rule more than there is room for.</summary>
    private static void TooMany(ScenarioRun run)
    {
        string before = View(run).ToJsonString();
        int free = (int)Totals(View(run), "ingress")["free"]!;
        string path = run.PathOf("too-many.yaml");
        File.WriteAllText(path,
            YamlText.With(run.Config, "firewall", Fillers("ingress", free + 1, "[ web ]")));
        Shell.Result result = run.Gateway.Ask("config", "apply", path);
        string message = result.Error.Trim().Split('\n')[0];
        run.Expect("4.9", result.ExitCode == 1 && message.Contains("512", StringComparison.Ordinal),
            message);
        run.Expect("4.9", View(run).ToJsonString() == before, "snic firewall list is as it was");
        Allowed(run, "4.9", run.Tenant("red"), isReceived: true, 80);
    }

    /// <summary>4.6: all rules and all tenants.</summary>
    private static void Fill(ScenarioRun run)
    {
        JsonNode view = View(run);
        int ingress = (int)Totals(view, "ingress")["free"]!;
        int egress = (int)Totals(view, "egress")["free"]!;
        string yaml = YamlText.With(run.Config, "firewall",
        [
            .. Fillers("ingress", ingress - 1, null),
            .. Fillers("egress", egress, null),
            "- { name: last, direction: ingress, action: allow, tags: [ web ], protocol: udp, "
                + $"destination_ports: {LastPort} }}",
        ]);
        int most = run.IsSimulated ? SimulatedTenants
            : run.Options.IsShort ? MostTenants / 8 : MostTenants;
        int tenants = most - run.Plan.Tenants.Count;
        yaml = YamlText.With(yaml, "tenants", Enumerable.Range(0, tenants).Select(n =>
            $"- {{ name: t{n}, vni: {1000 + n}, tags: [ g{n % Groups}, g{Second(n)} ], "
            + "firewall: { ingress: deny, egress: allow } }"));
        string path = run.PathOf("full.yaml");
        File.WriteAllText(path, yaml);
        run.Step($"512 rules in each direction, {most} tenants: {path}");
        long start = Stopwatch.GetTimestamp();
        Shell.Result result = run.Gateway.Ask("config", "apply", path);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        view = View(run);
        foreach (string direction in new[] { "ingress", "egress" })
        {
            JsonNode totals = Totals(view, direction);
            run.Expect("4.6", result.ExitCode == 0 && (int)totals["rules"]! == 512
                && (int)totals["workloads"]! == most, string.Create(
                CultureInfo.InvariantCulture,
                $"{direction}: {totals["rules"]} rules, {totals["workloads"]} tenants, "
                + $"{totals["references"]} references; {totals["rows_written"]} rows and "
                + $"{totals["workloads_written"]} tenants written"));
        }

        run.Expect("4.6", result.ExitCode == 0, string.Create(CultureInfo.InvariantCulture,
            $"{First(result)} in {seconds:0.0} s"));
        Last(run);
        Allowed(run, "4.6", run.Tenant("red"), isReceived: true, 80);
        Samples(run, tenants);
        using ControlClient control = run.Gateway.Control();
        control.Apply(run.Config);
    }

    /// <summary>The last rule lets pass for red what nothing lets pass for blue.</summary>
    private static void Last(ScenarioRun run)
    {
        using UdpFlows red = Received(run, run.Tenant("red"), (ClientPort, LastPort));
        using UdpFlows blue = Received(run, run.Tenant("blue"), (ClientPort, LastPort));
        red.SendRounds(Datagrams, 2, run.Cancel);
        blue.SendRounds(Datagrams, 2, run.Cancel);
        red.Settle();
        run.Expect("4.6", red.Arrived(0) == Datagrams && blue.Arrived(0) == 0,
            $"UDP {LastPort}: {red.Arrived(0)} of {Datagrams} arrive in red by the last rule, "
            + $"{blue.Arrived(0)} in blue");
    }

    /// <summary>Tenants without a peer: what their rules say, and what the tables do.</summary>
    private static void Samples(ScenarioRun run, int tenants)
    {
        int agree = 0;
        int[] samples = [0, 1, tenants / 2, tenants - 1];
        foreach (int n in samples)
        {
            (int code, string first) = Ask(run, $"t{n}", "ingress", "tcp", Filled(n % Groups));
            agree += code == 0 && first == $"allow: rule ingress-{n % Groups}" ? 1 : 0;
        }

        run.Expect("4.6", agree == samples.Length,
            $"of {samples.Length} other tenants {agree} are judged by their rule for the port");
    }

    /// <summary>Another group than the first one.</summary>
    private static int Second(int tenant) =>
        (tenant + 1 + (tenant / Groups % (Groups - 1))) % Groups;

    private static int Filled(int rule) => 10_000 + rule;

    private static IEnumerable<string> Fillers(string direction, int count, string? tags) =>
        Enumerable.Range(0, count).Select(n =>
            $"- {{ name: {direction}-{n}, direction: {direction}, action: allow, "
            + $"tags: {tags ?? $"[ g{n % Groups} ]"}, protocol: tcp, "
            + $"source: 10.0.0.0/{8 + (n % 16)}, destination_ports: {Filled(n)} }}");

    /// <summary>4.10: nobody owns the board for a while.</summary>
    private static void Crash(ScenarioRun run)
    {
        TenantPlan red = run.Tenant("red");
        run.Topology.KnowEachOther();
        using UdpFlows flows = Received(run, red, (ClientPort, 123), (ClientPort, 9));
        long before = Firewall(run.Gateway.Counters().Board);
        int rounds = run.IsSimulated ? 200 : 1000;
        using var traffic = Task.Run(
            () => flows.SendRounds(rounds, run.IsSimulated ? 5 : 1, run.Cancel), run.Cancel);
        Thread.Sleep(100);
        run.Step("killing the owner of the board");
        run.Gateway.Kill();
        int at = flows.Sent(0);
        traffic.Wait(run.Cancel);
        flows.Settle();
        int without = flows.Sent(0) - at;
        run.Expect("4.10", without > 0 && flows.Arrived(0) == rounds && flows.Arrived(1) == 0,
            $"{flows.Arrived(0)} of {rounds} allowed packets arrive, {flows.Arrived(1)} of "
            + $"{rounds} denied ones; {without} of each were sent when nobody owned the board");
        run.Gateway.Attach(run.PathOf("gateway.yaml"), run.PathOf("state"));
        JsonNode view = View(run);
        int rows = view["totals"]!.AsArray().Sum(
            t => (int)t!["rows_written"]! + (int)t["workloads_written"]!);
        using ControlClient control = run.Gateway.Control();
        (int added, int removed) = control.Apply(run.Config);
        run.Expect("4.10", rows == 0 && added + removed == 0,
            $"the next owner wrote {rows} rows of rules at its start and {added + removed} entries "
            + "of the same file");
        long denied = Firewall(run.Gateway.Counters().Board) - before;
        run.Expect("4.10", denied == rounds,
            $"firewall_denied rose by {denied} over both owners");
        Allowed(run, "4.10", red, isReceived: true, 80);
    }
}

using System.Diagnostics;
using System.Globalization;
using SmartNic.Driver;

namespace SmartNic.Demo;

/// <content>
/// Rules that change while packets are judged. Two worlds take turns, made so that a verdict from
/// parts of both is seen:
/// <list type="bullet">
/// <item>in A source port 1000 with destination port 2000 passes, in B 1001 with 2001. 1000 with
/// 2001, and 1001 with 2000, pass in neither: only conditions of one world on the source beside
/// those of the other on the destination let them pass, or the position of a rule in one world that
/// the other has no conditions for;</item>
/// <item>in A 1002 with 2002 is denied, in B 1003 with 2003, and what is left of these ports
/// passes. 1002 with 2003, and 1003 with 2002, pass in both: only such a mixture denies
/// them;</item>
/// <item>1004 with 2004 passes in A by its source, in B by its destination, so by another rule:
/// conditions of one world beside the verdicts of the other deny it.</item>
/// </list>
/// And by the two flows of which just one passes, each packet names its world: in the order in
/// which they were sent the worlds change at most as often as the rules were edited.
/// </content>
internal sealed partial class FirewallScenario
{
    private const int Edits = 1000;
    private const int SimulatedSeconds = 40;
    private const int OnlyA = 0;
    private const int OnlyB = 1;

    private static readonly (ushort Source, ushort Destination)[] Flows =
    [
        (1000, 2000), (1001, 2001), (1000, 2001), (1001, 2000), (1002, 2003), (1003, 2002),
        (1004, 2004),
    ];

    private static readonly int[] Never = [2, 3];
    private static readonly int[] Always = [4, 5, 6];

    /// <summary>4.7: edits under traffic.</summary>
    private static void Edit(ScenarioRun run)
    {
        string[] worlds =
        [
            World(run,
                ("allow", "1000", "2000"), ("deny", "1002", "2002"), ("allow", "1004", null)),
            World(run,
                ("allow", "1001", "2001"), ("deny", "1003", "2003"), ("allow", null, "2004")),
        ];
        using UdpFlows flows = Received(run, run.Tenant("red"), Flows);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(run.Cancel);
        using ControlClient control = run.Gateway.Control();
        control.Apply(worlds[0]);
        CounterSnapshot before = run.Gateway.Counters().Board;
        int wanted = run.Options.IsShort ? Edits / 5 : Edits;
        int pauseMs = run.IsSimulated ? 50 : 1;
        run.Step($"up to {wanted} edits under traffic of {Flows.Length} flows");
        Task traffic = Task.Run(() => Rounds(flows, pauseMs, stop.Token), CancellationToken.None);
        long start = Stopwatch.GetTimestamp();
        (int edits, int entries) = (0, 0);
        for (; edits < wanted && !IsLate(run, start); edits++)
        {
            run.Cancel.ThrowIfCancellationRequested();
            (int added, int removed) = control.Apply(worlds[(edits + 1) % 2]);
            entries += added + removed;
        }

        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        stop.Cancel();
        traffic.Wait(run.Cancel);
        flows.Settle();
        CounterSnapshot after = run.Gateway.Counters().Board;
        run.Expect("4.7", edits == wanted || run.IsSimulated, string.Create(
            CultureInfo.InvariantCulture, $"{edits} edits in {seconds:0.0} s, {entries} entries "
            + $"written and removed, {flows.Sent(0)} packets of each flow"));
        Judged(run, flows, edits, Firewall(after) - Firewall(before));
        control.Apply(run.Config);
    }

    private static void Judged(ScenarioRun run, UdpFlows flows, int edits, long denied)
    {
        int never = Never.Sum(flows.Arrived);
        run.Expect("4.7", never == 0, $"{never} of {Never.Sum(flows.Sent)} packets pass that no "
            + "world lets pass");
        int always = Always.Sum(flows.Arrived);
        run.Expect("4.7", always == Always.Sum(flows.Sent),
            $"{always} of {Always.Sum(flows.Sent)} pass that both let pass");
        int changes = Changes(flows);
        run.Expect("4.7", changes <= edits && changes > edits / 4,
            $"the others saw the world change {changes} times in {edits} edits");
        int all = Enumerable.Range(0, Flows.Length).Sum(f => flows.Sent(f) - flows.Arrived(f));
        run.Expect("4.7", all == denied,
            $"{all} packets did not arrive, firewall_denied rose by {denied}");
    }

    /// <summary>Whole rounds, so that each flow has as many.</summary>
    private static void Rounds(UdpFlows flows, int pauseMs, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            flows.SendRounds(1, pauseMs, CancellationToken.None);
        }
    }

    /// <summary>How often the world changes from packet to packet, in the order in which they were
    /// sent: A lets the first of each round pass and not the second, B the other way round.
    /// </summary>
    private static int Changes(UdpFlows flows)
    {
        (bool isA, int changes) = (true, 0);
        for (int n = 0; n < flows.Sent(OnlyA); n++)
        {
            bool first = flows.HasArrived(OnlyA, n);
            bool second = !flows.HasArrived(OnlyB, n);
            changes += (first != isA ? 1 : 0) + (second != first ? 1 : 0);
            isA = second;
        }

        return changes;
    }

    private static bool IsLate(ScenarioRun run, long start) => run.IsSimulated
        && Stopwatch.GetElapsedTime(start).TotalSeconds > SimulatedSeconds;

    private static string World(
        ScenarioRun run, params (string Action, string? Source, string? Destination)[] rules) =>
        YamlText.With(run.Config, "firewall",
        [
            .. rules.Select((r, n) => $"- {{ name: edited-{n}, direction: ingress, "
                + $"action: {r.Action}, tags: [ web ], protocol: udp"
                + (r.Source is null ? "" : $", source_ports: {r.Source}")
                + (r.Destination is null ? "" : $", destination_ports: {r.Destination}") + " }"),
            "- { name: rest, direction: ingress, action: allow, tags: [ web ], protocol: udp, "
                + "source_ports: 1002-1003, destination_ports: 2002-2003 }",
        ]);
}

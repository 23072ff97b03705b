using System.CommandLine;
using SmartNic.Cli.Control;
using SmartNic.Cli.Counter;
using SmartNic.Cli.Shell;
using SmartNic.Driver;
using SmartNic.Features;

namespace SmartNic.Cli.Tenant;

/// <summary><c>snic tenant show NAME</c>: everything about one tenant.</summary>
internal static class TenantShowCommand
{
    public static Command Create() => QueryVerb.Show(
        new Verb("show", "Show one tenant: configuration and counters",
            "snic tenant show red", "snic tenant show red --json"),
        "tenant.list",
        ControlJson.Default.IReadOnlyListTenantView,
        tenants => tenants.Select(tenant => tenant.Name),
        (tenants, name) => tenants.FirstOrDefault(tenant => tenant.Name == name),
        CliJson.Default.TenantView,
        Print);

    private static void Print(TenantView tenant, TextWriter output)
    {
        output.WriteText($"name:             {tenant.Name}");
        output.WriteText($"index, queue:     {tenant.Index}");
        output.WriteText($"vni:              {tenant.Vni}");
        output.WriteText($"interface:        {tenant.Interface}");
        output.WriteText($"rate:             {new BitRate(tenant.Rate)}");
        output.WriteText($"committed rate:   {new BitRate(tenant.CommittedRate)}");
        output.WriteText($"burst:            {Units.Bytes(tenant.BurstBytes)}");
        output.WriteText($"committed burst:  {Units.Bytes(tenant.CommittedBurstBytes)}");
        output.WriteText($"on yellow:        {tenant.OnYellow}");
        output.WriteText($"sources:          {tenant.Sources}");
        output.WriteText($"inner vlan:       {tenant.InnerVlan}");
        output.WriteText($"slow path:        {tenant.SlowPathPacketsPerSecond} packets/s, "
            + $"burst {tenant.SlowPathBurstPackets}, "
            + $"{tenant.SlowPathCopiesPerSecond} copies/s");
        output.WriteText($"flood:            {List(tenant.Flood)}");
        Section(output, "forwarding", tenant.Forwarding);
        Section(output, "neighbours", tenant.Neighbours);
        if (tenant.Counters is { } counters)
        {
            CounterText.Write(counters, null, output);
        }
    }

    private static string List(IReadOnlyList<string> names) =>
        names.Count == 0 ? "-" : string.Join(", ", names);

    private static void Section(
        TextWriter output, string title, IReadOnlyDictionary<string, string> entries)
    {
        output.WriteText($"{title}:{(entries.Count == 0 ? " -" : string.Empty)}");
        foreach (var (key, value) in entries)
        {
            output.WriteText($"  {key} -> {value}");
        }
    }
}

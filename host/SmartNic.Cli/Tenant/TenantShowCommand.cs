using System.CommandLine;
using SmartNic.Cli.Control;
using SmartNic.Cli.Counter;
using SmartNic.Cli.Shell;
using SmartNic.Driver;

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
        output.WriteLine($"name:             {tenant.Name}");
        output.WriteLine($"index, queue:     {tenant.Index}");
        output.WriteLine($"vni:              {tenant.Vni}");
        output.WriteLine($"interface:        {tenant.Interface}");
        output.WriteLine($"rate:             {new BitRate(tenant.Rate)}");
        output.WriteLine($"committed rate:   {new BitRate(tenant.CommittedRate)}");
        output.WriteLine($"burst:            {Units.Bytes(tenant.BurstBytes)}");
        output.WriteLine($"committed burst:  {Units.Bytes(tenant.CommittedBurstBytes)}");
        output.WriteLine($"on yellow:        {tenant.OnYellow}");
        output.WriteLine($"sources:          {tenant.Sources}");
        output.WriteLine($"inner vlan:       {tenant.InnerVlan}");
        output.WriteLine($"slow path:        {tenant.SlowPathPacketsPerSecond} packets/s, "
            + $"burst {tenant.SlowPathBurstPackets}, "
            + $"{tenant.SlowPathCopiesPerSecond} copies/s");
        output.WriteLine($"flood:            {List(tenant.Flood)}");
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
        output.WriteLine($"{title}:{(entries.Count == 0 ? " -" : string.Empty)}");
        foreach (var (key, value) in entries)
        {
            output.WriteLine($"  {key} -> {value}");
        }
    }
}

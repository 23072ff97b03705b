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
        output.WriteText($"index, queue:     {tenant.Index}");
        SettingsText.Write(tenant.Settings, output);
        if (tenant.Counters is { } counters)
        {
            CounterText.Write(counters, null, output);
        }
    }
}

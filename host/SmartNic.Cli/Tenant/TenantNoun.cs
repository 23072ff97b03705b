using System.CommandLine;

namespace SmartNic.Cli.Tenant;

/// <summary><c>snic tenant</c>: the tenants of the configuration in force.</summary>
internal static class TenantNoun
{
    public static Command Create() => new("tenant", "The tenants in force and their traffic")
    {
        TenantListCommand.Create(),
        TenantShowCommand.Create(),
    };
}

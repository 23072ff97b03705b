using SmartNic.Driver;
using SmartNic.Features;

namespace SmartNic.Cli.Config;

/// <summary>Result of <c>config check --json</c>.</summary>
/// <param name="Ok">True for a configuration that can be applied.</param>
/// <param name="Errors">What is wrong, in file order.</param>
/// <param name="Warnings">What can be applied but hardly be meant, in file order.</param>
/// <param name="Refusals">Why apply would refuse it: the tables have no room.</param>
/// <param name="Skipped">Tenants that apply would go without.</param>
internal sealed record CheckReport(
    bool Ok,
    IReadOnlyList<ConfigError> Errors,
    IReadOnlyList<ConfigError> Warnings,
    IReadOnlyList<string> Refusals,
    IReadOnlyList<SkippedTenant> Skipped);

/// <summary>Result of <c>config apply</c>.</summary>
/// <param name="Changed">False where the same configuration was in force already.</param>
/// <param name="EntriesAdded">Table entries that are new or have a new value.</param>
/// <param name="EntriesRemoved">Table entries that are gone or had another value.</param>
/// <param name="Skipped">Tenants that have no room in a table: they stay as they were, or are not
/// in force; all others are.</param>
internal sealed record ApplyReport(
    bool Changed,
    int EntriesAdded,
    int EntriesRemoved,
    IReadOnlyList<SkippedTenant> Skipped);

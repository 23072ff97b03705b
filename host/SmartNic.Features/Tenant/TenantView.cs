using System.Text.Json.Nodes;
using SmartNic.Driver;

namespace SmartNic.Features;

/// <summary>A tenant as the attached gateway tells of it.</summary>
/// <param name="Name">Name in the configuration.</param>
/// <param name="Index">Tenant index, also the host queue.</param>
/// <param name="Settings">Its part of the configuration, defaults spelled out: the fields of all
/// features, in the order of the file.</param>
/// <param name="Counters">What went through.</param>
public sealed record TenantView(
    string Name, ushort Index, JsonObject Settings, TenantCounters? Counters);

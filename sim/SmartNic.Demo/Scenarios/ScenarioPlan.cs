using System.Text.Json;
using System.Text.Json.Serialization;

namespace SmartNic.Demo;

/// <summary>What a scenario's folder says of it, in its <c>scenario.json</c>.</summary>
public sealed record ScenarioPlan
{
    /// <summary>Its row in the list of systems.</summary>
    public required int Row { get; init; }

    /// <summary>One line: what is shown.</summary>
    public required string Title { get; init; }

    /// <summary>Number of the expectation that fails without the mechanism.</summary>
    public required string Claim { get; init; }

    /// <summary>Keys of the configuration that are the mechanism: without them it is off.</summary>
    public required IReadOnlyList<string> Mechanism { get; init; }

    /// <summary>The tenants: all with the same inner addresses, each with a host here and one
    /// behind the kernel's VXLAN device.</summary>
    public required IReadOnlyList<ScenarioTenant> Tenants { get; init; }

    /// <summary>What is expected, by number.</summary>
    public required IReadOnlyDictionary<string, string> Expectations { get; init; }

    /// <summary>Its folder.</summary>
    [JsonIgnore]
    public string Folder { get; private init; } = "";

    /// <summary>Its name, that of its folder.</summary>
    [JsonIgnore]
    public string Name => Path.GetFileName(Folder);

    /// <summary>Reads it.</summary>
    /// <exception cref="DemoException">It is not there, or is not whole.</exception>
    public static ScenarioPlan Read(string folder)
    {
        string path = Path.Combine(folder, "scenario.json");
        try
        {
            ScenarioPlan plan = JsonSerializer.Deserialize(
                File.ReadAllText(path), ScenarioJson.Default.ScenarioPlan)
                ?? throw new JsonException("it is empty");
            return plan.Expectations.ContainsKey(plan.Claim)
                ? plan with { Folder = folder }
                : throw new JsonException($"the claim {plan.Claim} is none of its expectations");
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            throw new DemoException($"{path}: {e.Message}", e);
        }
    }

    /// <summary>The tenants as the topology has them.</summary>
    public IReadOnlyList<TenantPlan> TenantPlans() =>
        [.. Tenants.Select(t => new TenantPlan(t.Name, t.Vni, 0, !t.Ip6, t.Ip6))];
}

/// <summary>A tenant of a scenario.</summary>
/// <param name="Name">Its name in the configuration.</param>
/// <param name="Vni">Its VXLAN network identifier.</param>
/// <param name="Ip6">Whether its tunnels are over IPv6.</param>
public sealed record ScenarioTenant(string Name, uint Vni, bool Ip6);

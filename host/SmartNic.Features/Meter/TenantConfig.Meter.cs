namespace SmartNic.Features;

/// <content>What a tenant may receive, and how fast.</content>
public sealed partial record TenantConfig
{
    /// <summary>Peak rate (PIR) of what it receives from the wire.</summary>
    public BitRate Rate { get; init; }

    /// <summary>Committed rate (CIR); unlimited exactly when <see cref="Rate"/> is.</summary>
    public BitRate CommittedRate { get; init; }

    /// <summary>Peak burst size (PBS) in bytes; zero exactly when there is no rate.</summary>
    public ulong BurstBytes { get; init; }

    /// <summary>Committed burst size (CBS) in bytes; zero exactly when there is no rate.</summary>
    public ulong CommittedBurstBytes { get; init; }

    /// <summary>What happens to what it receives above the committed rate.</summary>
    public OnYellow OnYellow { get; init; }
}

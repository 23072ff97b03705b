namespace SmartNic.Features;

/// <summary>What a tenant may have of sessions.</summary>
internal sealed record SessionPolicy
{
    /// <summary>Most sessions that it opened, at one time.</summary>
    public int Most { get; init; } = (int)SessionConfig.DefaultLimit;

    /// <summary>What happens beyond.</summary>
    public SessionsFull WhenFull { get; init; }

    /// <summary>How long they live.</summary>
    public SessionTimeouts Timeouts { get; init; } = new();
}

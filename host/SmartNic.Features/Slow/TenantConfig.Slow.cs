namespace SmartNic.Features;

/// <content>What a tenant may send to the slow path, and have copied there.</content>
public sealed partial record TenantConfig
{
    /// <summary>Copies a second when the file says nothing: ten remotes at the default limit of
    /// packets.</summary>
    public const uint DefaultCopiesPerSecond = 10_000;

    /// <summary>Most copies a second.</summary>
    public const uint MaxCopiesPerSecond = 100_000_000;

    /// <summary>What the tenant may send to the slow path.</summary>
    public SlowPathLimit SlowPath { get; init; } = SlowPathLimit.TenantDefault;

    /// <summary>Copies a second that the slow path may make of its frames, over all
    /// <see cref="Flood"/> remotes.</summary>
    public uint CopiesPerSecond { get; init; } = DefaultCopiesPerSecond;
}

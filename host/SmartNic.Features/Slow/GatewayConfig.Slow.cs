namespace SmartNic.Features;

/// <content>What the wire may punt.</content>
public sealed partial record GatewayConfig
{
    /// <summary>What the wire may send to the slow path, over all tenants and none.</summary>
    public SlowPathLimit SlowPath { get; init; } = SlowPathLimit.WireDefault;
}

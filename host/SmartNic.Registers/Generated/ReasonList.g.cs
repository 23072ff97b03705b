// Generated from the kernels' Reasons by SmartNic.Registers.Tool. Do not edit.
using SmartNic.Kernels;

namespace SmartNic.Registers;

/// <summary>The reasons and their classes, in the order of their numbers.</summary>
public static class ReasonList
{
    /// <summary>The classes.</summary>
    public static IReadOnlyList<OutcomeInfo> Outcomes { get; } =
    [
        new(Outcome.Delivered, "delivered"),
        new(Outcome.DeliveredYellow, "delivered_yellow"),
        new(Outcome.SlowPath, "slow_path"),
        new(Outcome.Answer, "answer"),
        new(Outcome.Malformed, "malformed"),
        new(Outcome.Unsupported, "unsupported"),
        new(Outcome.Unknown, "unknown"),
        new(Outcome.Source, "source"),
        new(Outcome.Policy, "policy"),
        new(Outcome.Congestion, "congestion"),
        new(Outcome.CommittedRate, "committed_rate"),
        new(Outcome.Rate, "rate"),
        new(Outcome.SlowPathLimit, "slow_path_limit"),
        new(Outcome.TooBig, "too_big"),
        new(Outcome.QueueFull, "queue_full"),
    ];

    /// <summary>All reasons.</summary>
    public static IReadOnlyList<ReasonInfo> All { get; } =
    [
        new(Reasons.Host, "host", Directions.Rx),
        new(Reasons.Wire, "wire", Directions.Tx),
        new(Reasons.Yellow, "yellow", Directions.Rx | Directions.Tx),
        new(Reasons.Red, "red", Directions.Rx | Directions.Tx),
        new(Reasons.Slow, "slow", Directions.Rx | Directions.Tx),
        new(Reasons.Answer, "answer", Directions.Tx),
        new(Reasons.BadFrame, "bad_frame", Directions.Rx | Directions.Tx),
        new(Reasons.OuterHeader, "outer_header", Directions.Rx),
        new(Reasons.OuterChecksum, "outer_checksum", Directions.Rx),
        new(Reasons.OuterLength, "outer_length", Directions.Rx),
        new(Reasons.UdpLength, "udp_length", Directions.Rx),
        new(Reasons.VxlanFlags, "vxlan_flags", Directions.Rx),
        new(Reasons.InnerLength, "inner_length", Directions.Rx),
        new(Reasons.BadInjection, "bad_injection", Directions.Tx),
        new(Reasons.GreLength, "gre_length", Directions.Rx),
        new(Reasons.InnerHeader, "inner_header", Directions.Rx),
        new(Reasons.UdpChecksum, "udp_checksum", Directions.Rx),
        new(Reasons.FirewallUnreadable, "firewall_unreadable", Directions.Rx | Directions.Tx),
        new(Reasons.NotTunnel, "not_tunnel", Directions.Rx),
        new(Reasons.OuterFragment, "outer_fragment", Directions.Rx),
        new(Reasons.GeneveVersion, "geneve_version", Directions.Rx),
        new(Reasons.CriticalOption, "critical_option", Directions.Rx),
        new(Reasons.UnknownPayload, "unknown_payload", Directions.Rx),
        new(Reasons.HeaderTooLong, "header_too_long", Directions.Rx),
        new(Reasons.GreChecksum, "gre_checksum", Directions.Rx),
        new(Reasons.NotIp, "not_ip", Directions.Tx),
        new(Reasons.ForeignAddress, "foreign_address", Directions.Rx),
        new(Reasons.UnknownVni, "unknown_vni", Directions.Rx),
        new(Reasons.UnknownPort, "unknown_port", Directions.Tx),
        new(Reasons.NoRoute, "no_route", Directions.Tx),
        new(Reasons.UnknownLink, "unknown_link", Directions.Rx),
        new(Reasons.InvalidSource, "invalid_source", Directions.Rx),
        new(Reasons.ForeignSource, "foreign_source", Directions.Rx),
        new(Reasons.InnerVlan, "inner_vlan", Directions.Rx | Directions.Tx),
        new(Reasons.FirewallDenied, "firewall_denied", Directions.Rx | Directions.Tx),
        new(Reasons.FirewallNotIp, "firewall_not_ip", Directions.Rx | Directions.Tx),
        new(Reasons.EcnNotCapable, "ecn_not_capable", Directions.Rx),
        new(Reasons.YellowDropped, "yellow_dropped", Directions.Rx | Directions.Tx),
        new(Reasons.RateExceeded, "rate_exceeded", Directions.Rx | Directions.Tx),
        new(Reasons.SlowPathLimit, "slow_path_limit", Directions.Rx | Directions.Tx),
        new(Reasons.Oversize, "oversize", Directions.Tx),
        new(Reasons.MtuExceeded, "mtu_exceeded", Directions.Tx),
        new(Reasons.QueueFull, "queue_full", Directions.Rx | Directions.Tx),
    ];
}

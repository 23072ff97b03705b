namespace SmartNic.Features;

/// <summary>Messages of ICMP (RFC 792) or ICMPv6 (RFC 4443).</summary>
/// <param name="Type">Their type.</param>
/// <param name="Code">Their code; null for any.</param>
public readonly record struct IcmpType(byte Type, byte? Code)
{
    /// <summary>Type and code as the packet has them, in one number: the type is the high byte.
    /// </summary>
    public PortRange Range => new(
        (ushort)((Type << 8) | (Code ?? 0)), (ushort)((Type << 8) | (Code ?? 255)));

    /// <summary>As the configuration has it.</summary>
    public override string ToString() => Code is null ? $"{Type}" : $"{Type}/{Code}";
}

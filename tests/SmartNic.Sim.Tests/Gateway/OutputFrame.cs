namespace SmartNic.Sim.Tests.Gateway;

/// <summary>A frame that left a board, as tests compare it.</summary>
internal sealed record OutputFrame(PortId Port, ulong TimeNs, ushort Tag, byte[] Bytes)
{
    public bool Equals(OutputFrame? other) =>
        other is not null && Port == other.Port && TimeNs == other.TimeNs && Tag == other.Tag
        && Bytes.AsSpan().SequenceEqual(other.Bytes);

    public override int GetHashCode() => HashCode.Combine(Port, TimeNs, Tag, Bytes.Length);

    public override string ToString() =>
        $"{Port} tag {Tag} at {TimeNs} ns: {Convert.ToHexString(Bytes)}";
}

using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>What happens to frames from the wire of one colour.</summary>
/// <param name="Action">Pass, remark or drop.</param>
/// <param name="Dscp">DSCP for remark, 0 to 63; else 0.</param>
public readonly record struct OnColor(ColorAction Action, byte Dscp = 0)
{
    /// <summary>As the configuration has it: <c>pass</c>, <c>drop</c>, <c>remark 10</c>.</summary>
    public override string ToString() => Action == ColorAction.Remark
        ? $"remark {Dscp}" : Action.ToString().ToLowerInvariant();
}

namespace SmartNic.Kernels;

/// <summary>Directions of packets.</summary>
[Flags]
public enum Directions : byte
{
    /// <summary>From the wire.</summary>
    Rx = 1,

    /// <summary>From a tenant or from the slow path.</summary>
    Tx = 2,
}

/// <summary>Says in which directions a constant of <see cref="Reasons"/> is counted.</summary>
/// <param name="directions">The directions.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class CountedInAttribute(Directions directions) : Attribute
{
    /// <summary>The directions.</summary>
    public Directions Directions => directions;
}

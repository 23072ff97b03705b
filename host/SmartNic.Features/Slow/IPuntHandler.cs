using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>Whose a punt is.</summary>
internal enum PuntSource
{
    /// <summary>The wire's: no tenant is known.</summary>
    Wire,

    /// <summary>A tenant's, who exists and is the one that the board meant.</summary>
    Tenant,
}

/// <summary>
/// What a feature does with the frames that hardware hands over for some reasons. A function of the
/// punt, its time and the world: nothing is kept, nothing is allocated.
/// </summary>
internal interface IPuntHandler
{
    /// <summary>Whose punts it takes.</summary>
    PuntSource Source { get; }

    /// <summary>The reasons for which it is asked; all of one source.</summary>
    IReadOnlyList<PuntReason> Reasons { get; }

    /// <summary>Decides on a punt.</summary>
    /// <param name="punt">The punt.</param>
    /// <param name="world">What is in force.</param>
    /// <param name="reply">Takes an answer.</param>
    /// <returns>What becomes of it; null when it is the next handler's.</returns>
    PuntAnswer? Answer(in Punt punt, SlowPathWorld world, Span<byte> reply);
}

/// <summary>A frame that hardware handed over.</summary>
internal readonly ref struct Punt
{
    /// <summary>What hardware took it for.</summary>
    public required PuntReason Reason { get; init; }

    /// <summary>Interface that it came in on.</summary>
    public required byte Interface { get; init; }

    /// <summary>The tenant that sent it; null from the wire.</summary>
    public SlowPathTenant? Tenant { get; init; }

    /// <summary>The frame, an Ethernet header at least.</summary>
    public required ReadOnlySpan<byte> Frame { get; init; }

    /// <summary>The present time in nanoseconds, of a clock that does not go back.</summary>
    public required ulong NowNs { get; init; }
}

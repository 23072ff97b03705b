using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>Whether a tenant's packets belong to sessions, and to whose.</summary>
public struct Tracking
{
    /// <summary>They do: what has no session is the slow path's to judge.</summary>
    public bool IsTracked;

    /// <summary>Those of which zone.</summary>
    public U24 Zone;
}

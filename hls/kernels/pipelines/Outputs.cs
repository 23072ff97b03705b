namespace SmartNic.Kernels;

/// <summary>Outputs, a bit each: which ones get a copy of a frame.</summary>
[Flags]
public enum Outputs : byte
{
    /// <summary>No output.</summary>
    None = 0,

    /// <summary>The wire.</summary>
    Wire = 1,

    /// <summary>A host queue.</summary>
    Host = 2,

    /// <summary>The slow path.</summary>
    Slow = 4,
}

namespace SmartNic.Hls.Prove;

/// <summary>What decided a comparison, the cheapest first.</summary>
internal enum Method
{
    /// <summary>Both sides became the same gates.</summary>
    Structure,

    /// <summary>Both sides have the same normal form over GF(2).</summary>
    Gf2,

    /// <summary>Both sides became the same gates by merging what is equal in the
    /// case.</summary>
    Sweep,

    /// <summary>The rest of the difference is never true, by ABC.</summary>
    Solver,
}

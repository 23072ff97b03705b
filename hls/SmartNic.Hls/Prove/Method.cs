namespace SmartNic.Hls.Prove;

/// <summary>What decided a comparison, the cheapest first.</summary>
internal enum Method
{
    /// <summary>Both sides became the same gates.</summary>
    Structure,

    /// <summary>Both sides have the same normal form over GF(2).</summary>
    Gf2,

    /// <summary>The rest of the difference is never true, by SAT sweeping in ABC.</summary>
    Solver,
}
